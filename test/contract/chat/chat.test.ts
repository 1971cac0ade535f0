/** Runs the contract of a chat over every platform: each against what stands for its servers here. */
import { describe } from '@jest/globals';
import { createLocalChat } from '../../../adapters/local/chat.ts';
import { createTimeline } from '../../../adapters/postgres/timeline.ts';
import { createFakeChat } from '../../support/apps.ts';
import { freshDatabase } from '../../support/database.ts';
import { type ChatStage, chatContract, waitingContract } from './chat.ts';
import { openMatrix } from './matrix.ts';
import { openSlack } from './slack.ts';

const room = { kind: 'room', externalId: 'steuerung' } as const;
const person = { kind: 'person', externalId: 'vorsitz' } as const;

async function openLocal(): Promise<ChatStage> {
  const database = await freshDatabase();
  const timeline = createTimeline(database.pool);
  let calls = 0;
  const counted = <A extends unknown[], R>(act: (...args: A) => R) => {
    return (...args: A): R => {
      calls += 1;
      return act(...args);
    };
  };
  const counting = { ...timeline, append: counted(timeline.append), change: counted(timeline.change) };
  const chat = createLocalChat(counting, { now: () => new Date() }, () => {});
  return { chat, room, person, calls: () => calls, close: () => database.close() };
}

async function openFake(): Promise<ChatStage> {
  const { chat, given } = createFakeChat();
  return { chat, room, person, calls: () => given.length, close: async () => {} };
}

describe('the fake', () => chatContract(openFake));
describe('the local chat', () => chatContract(openLocal));
describe('Slack', () => {
  chatContract(() => openSlack({ paceMs: 5 }));
  waitingContract(() => openSlack({ paceMs: 600 }));
});
describe('Matrix', () => {
  chatContract(() => openMatrix({ waitMs: 0 }));
  waitingContract(() => openMatrix({ waitMs: 600 }));
});
