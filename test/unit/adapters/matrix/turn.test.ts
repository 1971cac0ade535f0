/** Who lost the turn to listen without noticing neither handles what it still hears nor writes down how far it has heard. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Inbound } from '../../../../src/ports/inbound.ts';
import { type AccountOnStandIn, openAccount } from '../../../support/matrix/accountOnStandIn.ts';
import { BOT, PERSON } from '../../../support/matrix/standIn.ts';

let account: AccountOnStandIn;
/** Whether another replica has the lease. */
let taken: boolean;
let handled: string[];
/** What happens while an event is handled. */
let meanwhile: () => void;
let warnings: string[];

beforeEach(async () => {
  [taken, handled, warnings] = [false, [], []];
  meanwhile = () => {};
  account = await openAccount(
    {
      async handle({ what }: Inbound) {
        handled.push(what.kind === 'command' ? what.text : '');
        meanwhile();
        return { card: { title: 'Antwort', body: [], attention: 'quiet' }, refused: null };
      },
    },
    {
      leases: { take: async () => !taken, release: async () => {} },
      log: { info: () => {}, warn: (event: string) => void warnings.push(event), error: () => {} },
    },
  );
  await until(() => place() !== undefined);
});

afterEach(() => account.close());

async function until(condition: () => boolean): Promise<void> {
  for (const end = performance.now() + 20_000; !condition() && performance.now() < end; ) await sleep(10);
  expect(condition()).toBe(true);
}

/** How far it has heard, as written down. */
const place = () => account.kept.get(`sync ${BOT}`);
const lost = () => warnings.includes('another replica may listen to Matrix now');
const takeTheTurn = () => {
  taken = true;
};

function say(...texts: readonly string[]): void {
  const event = (text: string) => ({
    type: 'm.room.message',
    event_id: `$${text}`,
    sender: PERSON,
    origin_server_ts: Date.now(),
    content: { msgtype: 'm.text', body: `!${text}` },
  });
  account.homeserver.timeline.push(...texts.map(event));
}

test('what comes in while another one has the turn is left to that one', async () => {
  taken = true;
  say('eins');
  await until(lost);

  expect(handled).toEqual([]);
}, 60_000);

test('a turn that is lost in the middle ends there, and what was not handled comes again', async () => {
  meanwhile = takeTheTurn;
  say('eins', 'zwei');
  await until(lost);

  expect(handled).toEqual(['!eins']);
  const { tokens } = account.homeserver;
  const [before, asked] = [place(), tokens.length];
  meanwhile = () => {};
  say('eins', 'zwei');
  taken = false;
  await until(() => handled.length >= 3);

  expect(handled).toEqual(['!eins', '!eins', '!zwei']);
  expect(tokens[asked]).toBe(before);
}, 60_000);

test('the place is not written down by who lost the turn while handling the last of it', async () => {
  let before: string | undefined;
  meanwhile = () => {
    before = place();
    takeTheTurn();
  };
  say('eins');
  await until(lost);

  expect(handled).toEqual(['!eins']);
  expect(place()).toBe(before);
}, 60_000);

test('an answer is given under the turn in which the command was heard', async () => {
  const { calls } = account.homeserver;
  say('eins');
  await until(() => calls.some((call) => call.includes('/send/m.room.message/')));
  const said = calls.length;

  meanwhile = takeTheTurn;
  say('zwei');
  await until(lost);
  await sleep(200);

  expect(calls).toHaveLength(said);
}, 60_000);
