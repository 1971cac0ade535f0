/** Slack's Web API client, set so that nothing is sent twice and nothing waits for ever. */
import { webApi } from '@slack/bolt';
import { assertHeld } from '../../../src/ports/leases.ts';
import type { Log } from '../../../src/ports/log.ts';
import { createBoltLogger } from '../boltLogger.ts';

/** Slack answers within two seconds as a rule. */
const TIMEOUT_MS = 10_000;

/**
 * The outbox repeats what failed, so the client does not: it would send a post twice whose answer was lost, and hold up all
 * channels when one is rate limited. Nor does it let calls wait for each other: each is made under the lease of its own message.
 */
export function clientOptions(apiUrl: string, log: Log): webApi.WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    timeout: TIMEOUT_MS,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    maxRequestConcurrency: Number.POSITIVE_INFINITY,
    allowAbsoluteUrls: false,
    logger: createBoltLogger(log),
    fetch: (url, init) => heldFetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), ...init }),
  };
}

/** The one way out to Slack: nothing is between the look at the lease and the call. @throws LeaseLost */
export async function heldFetch(...request: Parameters<typeof fetch>): Promise<Response> {
  await assertHeld();
  return fetch(...request);
}

export function createClient(token: string, options: webApi.WebClientOptions): webApi.WebClient {
  return new webApi.WebClient(token, options);
}
