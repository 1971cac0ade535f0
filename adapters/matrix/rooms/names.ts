/** How people are called where the bot speaks of them. Display names are free text: they may clash, or try to look like markup. */
import { isJoined, type RoomState } from './state.ts';

/** Characters that turn the direction of the text around them: https://unicode.org/reports/tr9/#Directional_Formatting_Characters */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const MAX_LENGTH = 80;

/** `@name:example.org` → `name` */
export function localpartOf(userId: string): string {
  return userId.slice(1).split(':')[0] ?? userId;
}

/** `@name:example.org` → `example.org` */
export function serverOf(id: string): string {
  const colon = id.indexOf(':');
  return colon === -1 ? '' : id.slice(colon + 1);
}

/** Application services reserve names that begin so for people of another network: `@_slack_anna:example.org`. */
export function isBridged(userId: string): boolean {
  return localpartOf(userId).startsWith('_');
}

/** One line, without tricks, never empty. */
export function cleanName(name: string | null, userId: string): string {
  const line = (name ?? '').replaceAll(DIRECTION, '').replace(/\s+/g, ' ').trim();
  const letters = [...new Intl.Segmenter().segment(line)].map(({ segment }) => segment);
  return (letters.length > MAX_LENGTH ? `${letters.slice(0, MAX_LENGTH - 1).join('')}…` : line) || localpartOf(userId);
}

/**
 * The name of somebody in a room: with their id where another one there has the same name, with their server where it is not
 * the bot's, and with the mark of a bridge where they write from another network.
 */
export function shownName(state: RoomState, userId: string, ownServer: string): string {
  const name = cleanName(state.members.get(userId)?.name ?? null, userId);
  const clash = [...state.members].some(
    ([id, member]) => id !== userId && member.membership === 'join' && cleanName(member.name, id) === name,
  );
  const marks = [
    ...(clash ? [userId] : serverOf(userId) === ownServer ? [] : [serverOf(userId)]),
    ...(isBridged(userId) ? ['Bridge'] : []),
  ];
  return marks.length === 0 ? name : `${name} (${marks.join(', ')})`;
}

/** As clients name rooms: https://spec.matrix.org/v1.16/client-server-api/#calculating-the-display-name-for-a-room */
export function roomName(state: RoomState, roomId: string, botId: string, ownServer: string): string {
  const others = [...state.members.keys()].filter((userId) => userId !== botId && isJoined(state, userId));
  const people = others.slice(0, 3).map((userId) => shownName(state, userId, ownServer));
  return state.name ?? state.alias ?? (people.length > 0 ? people.join(', ') : roomId);
}
