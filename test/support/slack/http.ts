/** Reads requests and writes answers for the server that stands for Slack. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isObject, type Json } from './blocks/check.ts';

export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

/** Arguments of a call: from the query, and from a form-encoded, multipart or JSON body. */
export async function argumentsOf(request: IncomingMessage, body: Buffer): Promise<Json> {
  const query = Object.fromEntries(new URL(request.url ?? '/', 'http://localhost').searchParams);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/json')) {
    const parsed: unknown = JSON.parse(body.toString() || '{}');
    return { ...query, ...(isObject(parsed) ? parsed : {}) };
  }
  if (type.startsWith('multipart/form-data')) return { ...query, ...Object.fromEntries(await multipart(type, body)) };
  return { ...query, ...Object.fromEntries(new URLSearchParams(body.toString())) };
}

/** The bytes of an upload: the whole body, or the one file in a form. */
export async function fileOf(request: IncomingMessage, body: Buffer): Promise<Buffer> {
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return body;
  for (const [, value] of await multipart(type, body)) {
    if (typeof value !== 'string') return Buffer.from(await value.arrayBuffer());
  }
  return body;
}

function multipart(type: string, body: Buffer): Promise<FormData> {
  return new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
}

export function sendJson(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: Json,
): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}

export function sendText(response: ServerResponse, status: number, text: string, type = 'text/plain'): void {
  response.writeHead(status, { 'content-type': type });
  response.end(text);
}
