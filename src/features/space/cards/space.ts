/** A space and its rooms: where groups live, where one can begin, and where the bot has to be let in. */

import { card, heading, list, paragraph, text } from '../../../cards/build.ts';
import type { PlacedRoom, Space } from '../../../domain/process/space.ts';
import type { Card, Inline, Node } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { typed } from '../../../text/words.ts';

export interface SpaceCardData {
  readonly space: Pick<Space, 'name' | 'inSight'>;
  readonly process: string;
  /** It belongs to the process only now. */
  readonly fresh: boolean;
  readonly settled: readonly PlacedRoom[];
  readonly free: readonly PlacedRoom[];
  readonly outside: readonly PlacedRoom[];
  readonly others: number;
  readonly hasSteering: boolean;
}

export function spaceCard(say: Phrases, data: SpaceCardData): Card {
  const { space, process, fresh, settled, free, outside, others } = data;
  const empty = settled.length + free.length + outside.length + others === 0;
  return card(say.say('space.title', { name: space.name }), [
    paragraph(say.line(fresh ? 'space.bound' : 'space.belongs', { process })),
    ...(space.inSight ? [] : [paragraph(say.line('space.outOfSight'), 'warning')]),
    ...(space.inSight && empty ? [paragraph(say.line('space.empty'))] : []),
    ...settledNodes(say, settled),
    ...freeNodes(say, data),
    ...outsideNodes(say, outside),
    ...(others > 0 ? [paragraph(say.line('space.others', { count: others }), 'muted')] : []),
  ]);
}

function settledNodes(say: Phrases, rooms: readonly PlacedRoom[]): readonly Node[] {
  if (rooms.length === 0) return [];
  const line = (room: PlacedRoom) => [text(nameOf(say, room), 'bold'), text(` – ${room.group ?? ''}`)];
  return [heading(say.say('space.settled')), list(rooms.map(line))];
}

function freeNodes(say: Phrases, { free, hasSteering }: SpaceCardData): readonly Node[] {
  if (free.length === 0) return [];
  const command = (verb: string, ...rest: readonly string[]) => text(typed(say.locale, 'group', verb, ...rest), 'code');
  const example = command('new', say.say('example.group.new'));
  return [
    heading(say.say('space.free')),
    list(free.map((room) => [doorTo(say, room), text(' – '), command('new', `"${unquoted(nameOf(say, room))}"`)])),
    paragraph(say.line('space.freeNext', { command: example }), 'muted'),
    ...(hasSteering ? [] : [paragraph(say.line('space.steeringNext', { command: command('steering') }), 'muted')]),
  ];
}

function outsideNodes(say: Phrases, rooms: readonly PlacedRoom[]): readonly Node[] {
  if (rooms.length === 0) return [];
  const line = (room: PlacedRoom) => [doorTo(say, room), ...(room.group ? [text(` – ${room.group}`)] : [])];
  return [
    heading(say.say('space.outside')),
    list(rooms.map(line)),
    paragraph(say.line('space.outsideNext', { count: rooms.length }), 'muted'),
  ];
}

function nameOf(say: Phrases, { name }: PlacedRoom): string {
  return name ?? say.say('space.unseen');
}

function doorTo(say: Phrases, room: PlacedRoom): Inline {
  const name = nameOf(say, room);
  return room.address === null ? text(name, 'bold') : { t: 'link', url: room.address, text: name };
}

/** A name that can stand between quotes. */
function unquoted(name: string): string {
  return name.replaceAll(/["„“”«»]/g, '');
}
