/** Asks the server, and tells it what somebody does. */

/** `code`: the text `error.<code>` says what went wrong. */
export class ApiError extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

/** @throws {ApiError} */
export function get(path, values) {
  return ask(`${path}?${new URLSearchParams(values)}`, {});
}

/** @throws {ApiError} */
export function post(path, body) {
  return ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
}

/** Why a stream of events is refused, which the browser does not tell; null: it is not refused any more. */
export async function refusalOf(url) {
  const stop = new AbortController();
  const response = await fetch(url, { signal: stop.signal }).catch(() => null);
  if (response === null) return 'offline';
  if (!response.ok) return (await response.json().catch(() => ({}))).error ?? 'fault';
  stop.abort();
  return null;
}

async function ask(path, init) {
  const response = await fetch(path, init).catch(() => {
    throw new ApiError('offline');
  });
  const answer = await response.json().catch(() => ({ error: 'fault' }));
  if (!response.ok) throw new ApiError(answer.error ?? 'fault');
  return answer;
}

/** Names one thing somebody does, so that sending it twice does it once. */
export function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
