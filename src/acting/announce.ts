/** Puts messages into the outbox, in the same transaction as the fact they tell of. */

import { ofProcess, withinProcess } from '../cards/within.ts';
import type { Group } from '../domain/group/group.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Person } from '../domain/person/person.ts';
import type { Topic } from '../domain/topics.ts';
import type { Card } from '../message/model.ts';
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
    ofProcess(card(phrases(fact.process.locale, fact.process.zone)), fact.process),
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
  const people = new Map((await tx.people.byIds(messages.map((m) => m.personId))).map((p) => [p.id, p]));
  const platforms = await tx.people.platforms([...people.keys()]);
  const several = await tx.people.inSeveral(fact.process.id, [...people.keys()]);
  const queued = messages.flatMap((message, index) => {
    const person = people.get(message.personId);
    const platform = platforms.get(message.personId);
    if (!person || person.erasedAt || !platform) return [];
    return [
      {
        key: `${fact.key}:person:${person.id}:${message.topic ?? index}`,
        processId: fact.process.id,
        to: { person: person.id, platform },
        topic: message.topic ?? null,
        card: personal(fact, person, several, message.card),
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
  const person = await tx.people.byId(personId);
  if (!person || person.erasedAt) return;
  const several = await tx.people.inSeveral(fact.process.id, [personId]);
  await tx.outbox.edit(topic, `${fact.key}:edit:${topic}`, personal(fact, person, several, card), fact.at);
}

/** In the person's language; to those who take part in several processes it says for which its buttons are. */
function personal(
  { process }: Fact,
  { id, locale }: Person,
  several: ReadonlySet<PersonId>,
  card: (say: Phrases) => Card,
): Card {
  const say = phrases(locale ?? process.locale, process.zone);
  return several.has(id) ? withinProcess(say, card(say), process) : ofProcess(card(say), process);
}
