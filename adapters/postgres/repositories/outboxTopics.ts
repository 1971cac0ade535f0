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

/** @param added the messages with a topic that were just added */
export async function settleTopics(db: Db, added: readonly number[]): Promise<void> {
  if (added.length === 0) return;
  await mergeUntried(db, added);
  await dropNeedless(db, added);
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
