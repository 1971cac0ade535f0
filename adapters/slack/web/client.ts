/** Slack's Web API client, set so that nothing is sent twice and nothing waits for ever. */
import { webApi } from '@slack/bolt';
import type { Log } from '../../../src/ports/log.ts';
import { createBoltLogger } from '../boltLogger.ts';

/** Slack answers within two seconds as a rule. */
const TIMEOUT_MS = 10_000;

/**
 * The outbox repeats what failed, so the client does not: it would send a post twice whose answer was lost, and hold up all
 * channels when one is rate limited.
 */
export function clientOptions(apiUrl: string, log: Log): webApi.WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    timeout: TIMEOUT_MS,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    logger: createBoltLogger(log),
    fetch: (url, init) => fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), ...init }),
  };
}

export function createClient(token: string, options: webApi.WebClientOptions): webApi.WebClient {
  return new webApi.WebClient(token, options);
}
