/** Puts messages into the outbox, in the same transaction as the fact they tell of. */

import { ofProcess, withinProcess } from '../cards/within.ts';
import type { Group } from '../domain/group/group.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Topic } from '../domain/topics.ts';
import type { Card } from '../message/model.ts';
import type { Told } from '../ports/store/people.ts';
import type { Tx } from '../ports/store.ts';
import { type Phrases, phrases } from '../text/phrases.ts';
import type { Fact } from './record.ts';

/** Posts to the group's room in the language of the process; nothing where the group has no room. `topic` makes it a card that can be changed later. */
export async function postToGroup(
  tx: Pick<Tx, 'outbox'>,
  fact: Fact,
  group: Pick<Group, 'id' | 'roomId'>,
  topic: Topic | null,
  card: (say: Phrases) => Card,
): Promise<void> {
  if (group.roomId === null) return;
  const message = {
    key: `${fact.key}:group:${group.id}:${topic ?? ''}`,
    processId: fact.process.id,
    to: { room: group.roomId },
    topic,
    card: ofProcess(card(phrases(fact.process.locale, fact.process.zone)), fact.process),
  };
  await tx.outbox.enqueue([message], fact.at);
}

/** Changes the card of a topic wherever it was posted. */
export async function editCards(
  tx: Pick<Tx, 'outbox'>,
  fact: Fact,
  topic: Topic,
  card: (say: Phrases) => Card,
): Promise<void> {
  await tx.outbox.edit(
    topic,
    `${fact.key}:edit:${topic}`,
    () => ofProcess(card(phrases(fact.process.locale, fact.process.zone)), fact.process),
    fact.at,
  );
}

export interface PersonalMessage {
  readonly personId: PersonId;
  readonly topic?: Topic;
  readonly card: (say: Phrases) => Card;
}

/** Tells each person in a direct message, in their own language. People without an account on any platform are left out. */
export async function tell(
  tx: Pick<Tx, 'outbox' | 'people'>,
  fact: Fact,
  messages: readonly PersonalMessage[],
): Promise<void> {
  if (messages.length === 0) return;
  const people = await tx.people.told(
    fact.process.id,
    messages.map(({ personId }) => personId),
  );
  const queued = messages.flatMap((message, index) => {
    const told = people.get(message.personId);
    if (!told?.platform || told.person.erasedAt) return [];
    const { person, platform } = told;
    return [
      {
        key: `${fact.key}:person:${person.id}:${message.topic ?? index}`,
        processId: fact.process.id,
        to: { person: person.id, platform },
        topic: message.topic ?? null,
        card: personal(fact, told, message.card),
      },
    ];
  });
  await tx.outbox.enqueue(queued, fact.at);
}

/** Changes what one person was told on a topic. */
export async function editPersonal(
  tx: Pick<Tx, 'outbox' | 'people'>,
  fact: Fact,
  personId: PersonId,
  topic: Topic,
  card: (say: Phrases) => Card,
): Promise<void> {
  const told = (await tx.people.told(fact.process.id, [personId])).get(personId);
  if (!told || told.person.erasedAt) return;
  await tx.outbox.edit(topic, `${fact.key}:edit:${topic}`, () => personal(fact, told, card), fact.at);
}

/** In the person's language; to those who take part in several processes it says for which its buttons are. */
function personal({ process }: Fact, { person: { locale }, inSeveral }: Told, card: (say: Phrases) => Card): Card {
  const say = phrases(locale ?? process.locale, process.zone);
  return inSeveral ? withinProcess(say, card(say), process) : ofProcess(card(say), process);
}
