/** The body of a request, read before Bolt reads it: over one that is `null` Bolt would end the process. */
import { parse } from 'node:querystring';
import type { HTTPReceiver } from '@slack/bolt';

type Listener = HTTPReceiver['requestListener'];
type Request = Parameters<Listener>[0];
type Response = Parameters<Listener>[1];

/** Slack's own limit for views is 250 kB; nothing it sends comes near this. */
const BODY_LIMIT = 4 * 1024 * 1024;

/** Also gives Bolt the bytes that were read; it takes them as they are, and checks the signature over them. */
export function refuseEmptyBodies(receiver: HTTPReceiver): void {
  const listener = receiver.requestListener;
  receiver.requestListener = (request, response) => {
    if (request.method !== 'POST') return listener(request, response);
    handOn(request, response, listener).catch(() => end(response, 400));
  };
}

async function handOn(request: Request, response: Response, listener: Listener): Promise<void> {
  const rawBody = await bodyOf(request);
  if (rawBody === null) return end(response, 413);
  if (saysNull(rawBody.toString())) return end(response, 400);
  try {
    await listener(Object.assign(request, { rawBody }), response);
  } catch {
    // Bolt throws at an address it does not know.
    end(response, 404);
  }
}

/** Null: too long. The rest is read and forgotten, so that whoever sends it hears the answer. */
async function bodyOf(request: Request): Promise<Buffer | null> {
  let parts: Buffer[] | null = [];
  let length = 0;
  for await (const part of request) {
    length += part.length;
    if (length > 2 * BODY_LIMIT) break;
    if (length > BODY_LIMIT) parts = null;
    parts?.push(part);
  }
  return parts && Buffer.concat(parts);
}

function saysNull(body: string): boolean {
  const payload = body.trim() === 'null' ? 'null' : parse(body).payload;
  return typeof payload === 'string' && payload.trim() === 'null';
}

function end(response: Response, status: number): void {
  if (!response.headersSent) response.writeHead(status);
  response.end();
}
