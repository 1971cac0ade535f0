/** What Matrix and its clients can take. */

/**
 * An event has 65,536 bytes at most (https://spec.matrix.org/v1.16/client-server-api/#size-limits). An edit carries its words
 * twice, in two forms each, and encryption adds a third: body and HTML together stay below this many bytes.
 */
export const MAX_MESSAGE_BYTES = 23_000;

/** Reactions that a card offers; more would be a wall of them. */
export const MAX_SEEDS = 8;

/** A rate-limited request of the bot's own is tried for so long, then given up. */
export const PATIENCE_MS = 5 * 60_000;

/** So deep do spaces within spaces count: the rooms of a space are at depth one. */
export const MAX_SPACE_DEPTH = 3;

/** So many rooms of a space are looked at, and so entered; a town that works in more has not been met. */
export const MAX_SPACE_ROOMS = 200;
