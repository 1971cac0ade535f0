/** How long what was only needed for delivery is kept (data minimisation, GDPR Art. 5(1)(c) and (e)). */

const DAY_MS = 86_400_000;

/** Events with the answers given to them: long enough for any platform's retries, short because answers name people. */
export const EVENTS_KEPT_MS = 30 * DAY_MS;

/** What waits for its process to be named: whoever does not answer within a day says it again. */
export const QUESTIONS_KEPT_MS = DAY_MS;

/** How long a yes to what ends something can be given: later, something else may stand there than what was asked about. */
export const ENDING_ASKED_MS = 60 * 60_000;

/** Keys of messages that went out: longer than any outage after which the same fact could be told again. */
export const DELIVERED_KEPT_MS = 180 * DAY_MS;

export const TIDY_EVERY_MS = DAY_MS;
