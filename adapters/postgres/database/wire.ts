/** The parts of PostgreSQL's wire protocol (version 3) that a socket in front of the embedded engine needs. */

/** One message: its type letter and all its bytes, length word and letter included. */
export interface WireMessage {
  readonly type: string;
  readonly bytes: Buffer;
}

/** Whole messages at the start of `data`, and how many bytes they take together. */
export function splitMessages(data: Buffer): { messages: WireMessage[]; length: number } {
  const messages: WireMessage[] = [];
  let at = 0;
  while (data.length - at >= 5) {
    const end = at + 1 + data.readInt32BE(at + 1);
    if (end > data.length) break;
    messages.push({ type: String.fromCharCode(data[at] ?? 0), bytes: data.subarray(at, end) });
    at = end;
  }
  return { messages, length: at };
}

/** The parameters of a start-up packet (user, database, options …), or null while it is not complete. */
export function readStartup(data: Buffer): { parameters: Map<string, string>; length: number } | null {
  if (data.length < 4 || data.length < data.readInt32BE(0)) return null;
  const length = data.readInt32BE(0);
  const words = data.subarray(8, length).toString('utf8').split('\0');
  const parameters = new Map<string, string>();
  for (let i = 0; i + 1 < words.length && words[i]; i += 2) parameters.set(words[i] ?? '', words[i + 1] ?? '');
  return { parameters, length };
}

/** The text of a zero-terminated string that begins at `from`. */
export function textAt(bytes: Buffer, from: number): string {
  return bytes.subarray(from, bytes.indexOf(0, from)).toString('utf8');
}

function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

/** A simple query. */
export function query(text: string): Buffer {
  return message('Q', Buffer.from(`${text}\0`));
}

/** What a server says once it lets a client in; `session` stands where a server process id would. */
export function welcome(session: number): Buffer {
  const authenticated = message('R', Buffer.alloc(4));
  const key = Buffer.alloc(8);
  key.writeInt32BE(session);
  const settings = [
    ['client_encoding', 'UTF8'],
    ['standard_conforming_strings', 'on'],
  ].map(([name, value]) => message('S', Buffer.from(`${name}\0${value}\0`)));
  return Buffer.concat([authenticated, ...settings, message('K', key), ready]);
}

const ready = message('Z', Buffer.from('I'));

/** What the engine says once it has prepared a statement. */
export const parseComplete = message('1', Buffer.alloc(0));

/** An error in place of an answer, outside any transaction. `code` is an SQLSTATE. */
export function refusal(code: string, text: string): Buffer {
  return Buffer.concat([message('E', Buffer.from(`SERROR\0VERROR\0C${code}\0M${text}\0\0`)), ready]);
}
