/** One request to a homeserver. The SDK's own transport retries nothing and cannot see headers, so requests go through here. */
import { assertHeld } from '../../../src/ports/leases.ts';
import { HomeserverError, NoAnswer } from './homeserverError.ts';

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Begins with `/_matrix`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, unknown>> | null;
  /** Sent as JSON, or as it is when it is bytes. */
  readonly body?: unknown;
  readonly contentType?: string;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

const TIMEOUT_MS = 30_000;

/**
 * The answer's JSON. The one way out to the homeserver: nothing is between the look at the lease and a call that has an effect.
 * @throws HomeserverError for every answer that is not 2xx; NoAnswer when there was none; LeaseLost
 */
export async function call(homeserver: string, accessToken: string | null, request: Call): Promise<unknown> {
  if (request.method !== 'GET') await assertHeld();
  const timeout = AbortSignal.timeout(request.timeoutMs ?? TIMEOUT_MS);
  const bytes = request.body instanceof Uint8Array;
  const { response, text } = await answered(addressOf(homeserver, request), {
    method: request.method,
    headers: {
      ...(accessToken === null ? {} : { authorization: `Bearer ${accessToken}` }),
      ...(request.body == null ? {} : { 'content-type': (bytes && request.contentType) || 'application/json' }),
    },
    body: bodyOf(request.body),
    signal: request.signal ? AbortSignal.any([request.signal, timeout]) : timeout,
  });
  const answer = parsed(text);
  if (!response.ok) throw refusal(response, answer);
  return answer;
}

async function answered(address: string, request: RequestInit): Promise<{ response: Response; text: string }> {
  try {
    const response = await fetch(address, request);
    return { response, text: await response.text() };
  } catch (error) {
    throw new NoAnswer(error);
  }
}

function addressOf(homeserver: string, { path, query }: Call): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) if (one != null) parameters.append(name, String(one));
  }
  const rest = parameters.toString();
  return `${homeserver.replace(/\/+$/, '')}${path}${rest === '' ? '' : `?${rest}`}`;
}

function bodyOf(body: unknown): string | Uint8Array<ArrayBuffer> | null {
  if (body == null) return null;
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function refusal(response: Response, answer: unknown): HomeserverError {
  const body: Record<string, unknown> = typeof answer === 'object' && answer !== null ? { ...answer } : {};
  const errcode = typeof body.errcode === 'string' ? body.errcode : 'M_UNKNOWN';
  const message = typeof body.error === 'string' ? body.error : response.statusText;
  return new HomeserverError(response.status, errcode, message, retryAfter(response, body));
}

/** The header counts since version 1.10 of the specification; the body's field is its older form. */
function retryAfter(response: Response, body: Readonly<Record<string, unknown>>): number | null {
  const header = Number(response.headers.get('retry-after') ?? Number.NaN);
  if (Number.isFinite(header)) return Math.max(0, header * 1000);
  return typeof body.retry_after_ms === 'number' ? Math.max(0, body.retry_after_ms) : null;
}
