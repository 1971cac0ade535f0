/** Everything that works while the bot is logged in. */
import type { Chat } from '../../src/ports/chat.ts';
import { createEncryption } from './crypto/encryption.ts';
import type { Obstacle } from './crypto/obstacle.ts';
import { Client } from './http/client.ts';
import { openNewDevice, openSession, type Session } from './http/session.ts';
import { MATRIX, type MatrixBot, type MatrixConfig, type MatrixPorts } from './options.ts';
import { createDesk } from './receive/desk.ts';
import { createEncryptedEvents } from './receive/encrypted.ts';
import { createForms } from './receive/forms.ts';
import { createEventLookup } from './receive/lookup.ts';
import { createMembers } from './receive/members.ts';
import { createMessages } from './receive/message.ts';
import { createPolls } from './receive/polls.ts';
import { createPresses } from './receive/presses.ts';
import { createReactions } from './receive/reactions.ts';
import { createReceiver } from './receive/receiver.ts';
import { createDirectChats } from './rooms/direct.ts';
import { createInvitations } from './rooms/invitations.ts';
import { createRooms } from './rooms/rooms.ts';
import { createUpgrades } from './rooms/upgrade.ts';
import { createCards } from './send/cards.ts';
import { createMatrixChat } from './send/chat.ts';
import { createEvents } from './send/events.ts';
import { createImages } from './send/images.ts';
import { createPoster } from './send/poster.ts';
import { createDoors } from './spaces/doors.ts';
import { createSpaces } from './spaces/spaces.ts';
import { takeIn } from './sync/batch.ts';
import { startSync } from './sync/loop.ts';
import { createTurn } from './sync/turn.ts';

export interface Connection {
  readonly chat: Chat;
  readonly trouble: string | null;
  close(): Promise<void>;
}

export interface ConnectionParts extends MatrixPorts {
  readonly config: MatrixConfig;
  readonly bot: MatrixBot;
  readonly locale: string;
  readonly holder: string;
}

/** Answers on their way hold the next sync up no longer than this. */
const ANSWERS_MS = 20_000;
/** A replica that does not listen does not hear of changes: it asks again. */
const STALE_MS = 60_000;
/** Rooms of spaces open their doors without a word to those who are not in them. */
const LOOK_AGAIN_MS = 10 * 60_000;

export function openConnection(parts: ConnectionParts, session: Session): Connection {
  const { config, memory, leases, log, bot, holder } = parts;
  const client = new Client(config.homeserver, session);
  const botId = () => client.session.userId;
  const localeOf = (userId: string) => bot.localeOf(MATRIX, userId);
  const newDevice = (gone: Session) => openNewDevice(parts, gone);
  const encryption = createEncryption({ client, keysDir: config.keysDir, newDevice, log });
  const turn = createTurn(leases, session.userId, holder, log);
  const rooms = createRooms(client);
  const direct = createDirectChats({ client, rooms, leases, encryption });
  const events = createEvents(client, rooms, encryption, () => turn.held);
  const cards = createCards(memory);
  const images = createImages({ ...parts, client, rooms, events, encryption });
  const poster = createPoster({ ...parts, botId, rooms, events, cards, images });
  const { invitesFrom } = config;
  const doors = createDoors(client, log);
  const spaces = createSpaces({ ...parts, client, rooms, doors, invitesFrom, encryption });
  const desk = createDesk({ bot, client, rooms, spaces, direct, poster, events, log });
  const encrypted = createEncryptedEvents({ ...parts, encryption, client, desk, localeOf });
  const eventById = createEventLookup(client, encryption);
  const commands = (locale: string) => bot.commands(locale);
  const forms = createForms({ ...parts, desk, commands, localeOf });
  const messages = createMessages({ ...parts, botId, rooms, desk, forms, eventById, localeOf });
  const presses = createPresses({ desk, memory, localeOf });
  const react = createReactions(cards, presses);
  const respond = createPolls({ cards, presses, desk, botId, eventById, localeOf });
  const upgrades = createUpgrades({ bot, client, rooms, memory, log });
  const members = createMembers({ bot, client, rooms, direct, desk });
  const invitations = createInvitations({ ...parts, client, direct, upgrades, invitesFrom });
  const handlers = { encrypted, messages, presses, react, respond, members, invitations };
  const receiver = createReceiver({ botId, bot, rooms, spaces, direct, upgrades, ...handlers });

  async function renewSession(): Promise<boolean> {
    if (config.accessToken !== undefined) return false;
    client.session = await openSession(parts);
    return true;
  }

  const sync = startSync({
    client,
    memory,
    turn,
    log,
    async prepare() {
      rooms.forgetAll();
      for (const kept of [cards, forms, messages, presses, encrypted]) await kept.forgetOld();
      await encryption.prepare();
      await encrypted.takeUp();
      await invitations.takeUp();
      spaces.lookAfresh();
    },
    async takeIn(answer, since) {
      await encryption.receive(answer);
      await encrypted.retry((roomId, event) => receiver.event(roomId, event));
      const unhandled = await takeIn({ client, rooms, receiver, log }, answer, since);
      await desk.settle(ANSWERS_MS);
      return unhandled;
    },
    isRestless: () => encrypted.waiting,
    renewSession,
  });
  const forgetting = setInterval(() => turn.held || rooms.forgetAll(), STALE_MS).unref();
  const lookingAgain = setInterval(() => turn.held && spaces.lookAfresh(), LOOK_AGAIN_MS).unref();

  return {
    chat: createMatrixChat({ poster, direct, memory, renewSession }),
    get trouble() {
      return sync.trouble ?? troubleOf(encryption.obstacle);
    },
    async close() {
      clearInterval(forgetting);
      clearInterval(lookingAgain);
      await sync.stop();
      await spaces.stop();
      await desk.settle(ANSWERS_MS);
      await turn.release().catch((error: unknown) => log.error('the lease was not given back', error));
      encryption.close();
    },
  };
}

/** Whoever installed the library wants encrypted rooms to be read; without it they are known to be out of reach. */
function troubleOf(obstacle: Obstacle | null): string | null {
  return obstacle === null || obstacle.kind === 'library' ? null : `${obstacle.what}. ${obstacle.todo}`;
}
