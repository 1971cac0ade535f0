/** Plays the scripts of the shell as people in Slack, and writes down what the bot said in the shell's form. */
import { moveClock } from '../../adapters/local/moveClock.ts';
import { momentOf } from '../../adapters/local/shell/play.ts';
import { readScriptLine, type ScriptLine } from '../../adapters/local/shell/script.ts';
import type { Database } from '../../adapters/postgres/database/database.ts';
import { localDateOf, localTimeOf } from '../../src/domain/time/calendar.ts';
import { carriedIn } from '../../src/message/press.ts';
import type { Posted, SlackChannel, SlackUser } from './slack/index.ts';
import { openStage } from './slackStage.ts';

const ZONE = 'Europe/Berlin';

export interface PlayedInSlack {
  readonly transcript: string;
  /** Every message in its last form, in the order in which they were posted. */
  readonly posted: readonly Posted[];
  readonly lines: readonly string[];
}

/** Everybody who is named is a member of every channel that is named. */
export async function playInSlack(database: Database, lines: readonly string[]): Promise<PlayedInSlack> {
  const stage = await openStage(database);
  const people = new Map<string, SlackUser>();
  const channels = new Map<string, SlackChannel>();
  const seen = new Map<Posted, string>();
  const transcript: string[] = [];

  function person(name: string): SlackUser {
    const known = people.get(name) ?? stage.slack.team.addUser(name, { displayName: name });
    people.set(name, known);
    for (const channel of channels.values()) channel.members.add(known.id);
    return known;
  }

  function channel(name: string): SlackChannel {
    const members = [...people.values()];
    const known = channels.get(name) ?? stage.slack.team.addChannel(name, { members });
    channels.set(name, known);
    return known;
  }

  /** Posts of rooms, then what single people see, each in its order. */
  function everything(): readonly { readonly where: string; readonly posted: Posted }[] {
    const { slack } = stage;
    const alone = [...people].flatMap(([name, user]) =>
      slack.ephemeralsFor(user).map((posted) => ({ where: placeOf(posted, name), posted })),
    );
    const rooms = [...channels].flatMap(([name, room]) =>
      slack
        .messagesIn(room)
        .filter(({ message }) => message.bot_id !== undefined)
        .map((posted) => ({ where: `bot@${name}`, posted })),
    );
    const direct = [...people].flatMap(([name, user]) =>
      slack.directMessages(user).map((posted) => ({ where: `bot@dm/${name}`, posted })),
    );
    return [...alone, ...rooms, ...direct];
  }

  function placeOf({ channel: id }: Posted, name: string): string {
    const room = [...channels].find(([, candidate]) => candidate.id === id)?.[0];
    return room === undefined ? `bot@dm/${name}` : `bot@${room} to ${name}`;
  }

  function printNews(stamped: boolean): void {
    const now = stage.clock.now();
    const stamp = stamped ? `${localDateOf(now, ZONE)}T${localTimeOf(now, ZONE)} ` : '';
    for (const { where, posted } of everything()) {
      const text = stage.slack.visibleText(posted);
      const before = seen.get(posted);
      if (before === text) continue;
      seen.set(posted, text);
      const [first = '', ...rest] = text.split('\n');
      transcript.push(`${stamp}${where}${before === undefined ? '' : ' edits'}: ${first}`);
      transcript.push(...rest.map((line) => `    ${line}`));
    }
  }

  async function say(speaker: string, room: string, text: string): Promise<void> {
    const user = person(speaker);
    for (const [, name = ''] of text.matchAll(/(?<![\p{L}\p{N}])@([\p{L}\p{N}][\p{L}\p{N}._-]*)/gu)) person(name);
    if (room === 'dm') await stage.people.dm(user, text);
    else if (text.startsWith('/')) await slash(user, channel(room), text);
    else stage.people.say(user, channel(room), text);
  }

  async function slash(user: SlackUser, room: SlackChannel, text: string): Promise<void> {
    const [command = '', ...rest] = text.split(' ');
    const escaped = rest.join(' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const mentioned = escaped.replaceAll(/(?<![\p{L}\p{N}])@([\p{L}\p{N}][\p{L}\p{N}._-]*)/gu, (whole, name) => {
      const other = people.get(name);
      return other ? `<@${other.id}|${name}>` : whole;
    });
    await stage.people.slash(user, room, command, mentioned);
  }

  async function press(line: Extract<ScriptLine, { kind: 'press' }>): Promise<void> {
    const user = person(line.person);
    const here = line.room === 'dm' ? `bot@dm/${line.person}` : `bot@${line.room}`;
    const there = everything().filter(({ where }) => where === here || where === `${here} to ${line.person}`);
    for (const { posted } of [...there].reverse()) {
      const value = carriedOn(posted, line.label, line.on);
      if (value === null) continue;
      await stage.people.press(user, posted, value);
      return;
    }
    throw new Error(`Nothing to press called ${line.label}`);
  }

  async function play(line: ScriptLine): Promise<void> {
    switch (line.kind) {
      case 'nothing':
        return;
      case 'say':
        await say(line.person, line.room, line.text);
        break;
      case 'press':
        await press(line);
        break;
      case 'clock':
        return moveTo(momentOf(line.moment, ZONE));
      case 'clockBy':
        return moveTo(new Date(stage.clock.now().getTime() + line.minutes * 60_000));
      case 'restart':
        await stage.restart();
        break;
      default:
        line satisfies never;
    }
    await stage.settle();
    printNews(false);
  }

  const moveTo = (at: Date) => moveClock(stage.bot, stage.clock, at, async () => printNews(true));

  try {
    for (const line of lines) {
      const read = readScriptLine(line);
      if (!read) throw new Error(`not a line of a script: ${line}`);
      transcript.push(line);
      await play(read);
    }
    const posted = everything().map((one) => one.posted);
    return { transcript: `${transcript.join('\n')}\n`, posted, lines: [...stage.lines] };
  } finally {
    await stage.close();
  }
}

/** What the button with that label carries, about that object where one is named. */
function carriedOn({ message }: Posted, label: string, on: string | null): string | null {
  const buttons = (message.blocks ?? []).flatMap((block) => (Array.isArray(block.elements) ? block.elements : []));
  for (const button of buttons) {
    const value = String(button?.value ?? '');
    const named = button?.type === 'button' && button.text?.text === label;
    const carried = carriedIn(value);
    const about = carried === null || typeof carried === 'string' ? [] : Object.values(carried.args);
    if (named && (on === null || about.includes(on.toUpperCase()))) return value;
  }
  return null;
}
