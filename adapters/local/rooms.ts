/** How the local chat names its rooms: a word for a room, `dm/<person>` for a direct chat with the bot. */

const DIRECT = 'dm/';

export function directRoom(person: string): string {
  return `${DIRECT}${person}`;
}

/** The person whose direct chat it is; null for a room of many. */
export function personOfDirectRoom(room: string): string | null {
  return room.startsWith(DIRECT) ? room.slice(DIRECT.length) : null;
}
