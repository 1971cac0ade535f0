/** A homeserver's people and the bot among them: what the suites against Synapse begin with. */
import { randomUUID } from 'node:crypto';
import { describe } from '@jest/globals';
import { startBot, type TestBot } from './bot.ts';
import { MatrixUser, newest, type SeenEvent } from './user.ts';

export const homeserver = process.env.TEST_SYNAPSE ?? '';

/** The suite runs where there is a Synapse, and is skipped by name elsewhere. */
export function onSynapse(title: string, suite: () => void): void {
  (homeserver ? describe : describe.skip)(
    `${title}, on Synapse${homeserver ? '' : ': TEST_SYNAPSE is not set'}`,
    suite,
  );
}

export interface Stage {
  /** Unlike that of any other stage on this homeserver. */
  readonly suffix: string;
  readonly bot: TestBot;
  /** The bot's own account. */
  readonly account: MatrixUser;
  person(name: string): Promise<MatrixUser>;
  /** A room with these people and the bot in it; the first makes it. */
  room(name: string, people: readonly MatrixUser[], options?: object): Promise<string>;
  close(): Promise<void>;
}

export interface StageOptions {
  readonly matrix?: object;
  readonly start?: Date;
  readonly slack?: object;
}

export async function openStage({ matrix = {}, ...options }: StageOptions = {}): Promise<Stage> {
  const suffix = randomUUID().slice(0, 8);
  const account = await MatrixUser.register(homeserver, `mitwirk-${suffix}`);
  const bot = await startBot({ homeserver, accessToken: account.token, ...matrix }, options);
  return {
    suffix,
    bot,
    account,
    person: (name) => MatrixUser.register(homeserver, `${name}-${suffix}`),
    async room(name, [maker, ...others], options = {}) {
      if (!maker) throw new Error('A room needs somebody to make it');
      const invite = [account.userId, ...others.map(({ userId }) => userId)];
      const roomId = await maker.createRoom({ name, invite, ...options });
      for (const other of others) await other.join(roomId);
      await maker.waitFor(
        (event) => event.roomId === roomId && event.type === 'm.room.member' && event.sender === account.userId,
      );
      return roomId;
    },
    close: () => bot.remove(),
  };
}

/** A direct chat with the bot, as a person opens it. */
export async function directChat(person: MatrixUser, account: MatrixUser): Promise<string> {
  const options = { is_direct: true, preset: 'trusted_private_chat', invite: [account.userId] };
  const roomId = await person.createRoom(options);
  await person.waitFor(
    (event) => event.roomId === roomId && event.state_key === account.userId && event.content.membership === 'join',
  );
  return roomId;
}

/** What the messages say, oldest first, edits as they say it now. */
export function texts(events: readonly SeenEvent[]): readonly string[] {
  return events.filter(({ type }) => type === 'm.room.message').map((event) => String(newest(event).body));
}

/** Long enough for something that must not happen to have happened. */
export async function quietly(person: MatrixUser, milliseconds = 1_500): Promise<void> {
  for (const until = performance.now() + milliseconds; performance.now() < until; ) await person.sync(200);
}
