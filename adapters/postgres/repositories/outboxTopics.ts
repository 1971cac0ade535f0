/** Keeps one waiting message per topic and recipient, and none that says what is already posted. */
import { sql } from 'kysely';
import type { Db } from '../tables/tables.ts';

/**
 * Only a message that was never tried may say something else: of one that was tried, the platform may have the old words
 * already and would take a repetition for the same message.
 */
function untriedOf(table: 'outbox' | 'message') {
  return sql.raw(`${table}.state = 'waiting' and ${table}.attempts = 0`);
}

/**
 * Of a message that is being added: whether another of its topic waits for the same recipient, and whether they have these
 * words already. Both as it was before the statement; nearly always neither is so, and there is nothing to settle.
 */
export const ADDED = [
  'id',
  'topic',
  'recipient',
  sql<boolean>`exists (select from mitwirk.outbox as other
    where other.topic = outbox.topic and other.recipient = outbox.recipient and other.state = 'waiting')`.as('follows'),
  sql<boolean>`exists (select from mitwirk.posted
    where posted.topic = outbox.topic and posted.recipient = outbox.recipient
      and posted.card_hash = md5(outbox.card::text))`.as('repeats'),
] as const;

export interface Added {
  readonly id: number;
  readonly topic: string | null;
  readonly recipient: string;
  readonly follows: boolean;
  readonly repeats: boolean;
}

/** @param added the messages that were just added, with what {@link ADDED} tells of them */
export async function settleTopics(db: Db, added: readonly Added[]): Promise<void> {
  const crowded = [...added.filter((row) => row.follows), ...alike(added)];
  const repeated = added.filter((row) => row.repeats);
  if (crowded.length > 0) await mergeUntried(db, crowded.map(idOf));
  if (crowded.length + repeated.length > 0) await dropNeedless(db, [...crowded, ...repeated].map(idOf));
}

/** Messages of one topic to one recipient that were added together. */
function alike(added: readonly Added[]): readonly Added[] {
  const withTopic = added.filter((row) => row.topic !== null);
  return Object.values(Object.groupBy(withTopic, (row) => `${row.recipient} ${row.topic}`)).flatMap((rows) =>
    rows && rows.length > 1 ? rows : [],
  );
}

function idOf({ id }: Added): number {
  return id;
}

/** The first keeps its place and takes the words of the last; the keys of the others stay known. */
async function mergeUntried(db: Db, added: readonly number[]): Promise<void> {
  await sql`
    with several as (
      select topic, recipient, min(id) as first, max(id) as last
      from mitwirk.outbox
      where ${untriedOf('outbox')} and (topic, recipient) in (select topic, recipient from mitwirk.outbox where id = any(${added}))
      group by topic, recipient having count(*) > 1
    ), merged as (
      -- Waits for whoever is leasing the first one now, and then leaves it and the others as they are.
      update mitwirk.outbox as message set card = newest.card
      from several join mitwirk.outbox as newest on newest.id = several.last
      where message.id = several.first and ${untriedOf('message')}
      returning several.*
    )
    update mitwirk.outbox as message set state = 'replaced', card = null
    from merged
    where message.topic = merged.topic and message.recipient = merged.recipient
      and message.id > merged.first and message.id <= merged.last and ${untriedOf('message')}`.execute(db);
}

async function dropNeedless(db: Db, added: readonly number[]): Promise<void> {
  await sql`
    update mitwirk.outbox as message set state = 'needless', card = null
    from mitwirk.posted
    where message.id = any(${added}) and message.state = 'waiting'
      and posted.topic = message.topic and posted.recipient = message.recipient
      and posted.card_hash = md5(message.card::text)
      and not exists (
        select from mitwirk.outbox as before
        where before.topic = message.topic and before.recipient = message.recipient
          and before.state = 'waiting' and before.id < message.id)`.execute(db);
}
