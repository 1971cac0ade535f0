/** Nothing is said twice, nothing is forgotten, and the log shows every change. */
import { type Rule, rulesOf } from '../rule.ts';

const DELIVERY = ['test/contract/app/delivery', 'test/contract/store/outbox', 'test/contract/store/replicas'];

/** Between choosing a message and locking it another replica may be faster; that is asked of the row again. */
const raced: Rule = {
  id: 'delivery/held-meanwhile',
  rule: 'What another replica has taken meanwhile is not sent',
  file: 'adapters/postgres/repositories/outboxLease.ts',
  from: 'and (${heldElsewhere(replica)}) is not true\n        for update',
  to: '\n        for update',
  suites: DELIVERY,
  survives:
    'the other replica would have to commit between two scans of one statement, which no fast test can bring about',
};

export const delivery = [
  raced,
  ...rulesOf('delivery', 'src/app/deliver.ts', DELIVERY, {
    'asked-pause': ['As long a pause as the platform asks for', 'const wait = asked ?? ', 'const wait = '],
    'gives-up': ['What the platform refuses for good is given up', 'if (asked === null || ', 'if ('],
    'lost-room': [
      'A room out of reach is asked again a day later',
      'if (error instanceof RoomLost) return new Date(now.getTime() + LOST_ROOM_RETRY_MS);',
      '',
    ],
    'twice-as-long': ['Each wait is twice as long', 'FIRST_RETRY_MS * 2 ** attempts', 'FIRST_RETRY_MS'],
    'retry-known': ['A second try says that it is one', 'message.key, message.attempts > 0)', 'message.key, false)'],
    'room-marked-lost': [
      'A room that cannot be reached is marked',
      "if (error instanceof RoomLost && 'room' in message.to) await loseRoom(tx, message.to.room, now);",
      '',
    ],
  }),
  ...rulesOf('delivery', 'adapters/postgres/repositories/outboxLease.ts', DELIVERY, {
    'one-at-a-time': [
      'A recipient gets one message at a time',
      'having coalesce(${freeAt} <= ${now}, true) and',
      'having',
    ],
    'oldest-first': [
      'The oldest message first',
      'select min(id) from mitwirk.outbox',
      'select max(id) from mitwirk.outbox',
    ],
    'held-elsewhere': [
      'What another replica holds is not sent',
      'return sql<boolean>`holder <> ${replica}`;',
      'return sql<boolean>`false and ${replica} is null`;',
    ],
    'own-lease': ['An earlier lease is no lease', ".where('attempts', '=', attempts + 1)", ''],
  }),
  ...rulesOf('delivery', 'adapters/postgres/repositories/outbox.ts', DELIVERY, {
    'words-once': [
      'What is posted in these words already is not sent again',
      'await settleTopics(db, await addMessages(db, messages))',
      'await addMessages(db, messages)',
    ],
  }),
  ...rulesOf('delivery', 'adapters/postgres/repositories/outboxAdding.ts', DELIVERY, {
    'given-order': [
      'Messages go in the order in which they were given',
      'order by ord, recipient',
      'order by ord desc, recipient',
    ],
    'same-key-once': [
      'The same key is sent once',
      "key || ' ' || recipient",
      "key || ' ' || recipient || random()::text",
    ],
  }),
  ...rulesOf(
    'delivery',
    'adapters/postgres/repositories/events.ts',
    ['test/contract/store/events', 'test/contract/app/races'],
    {
      'event-once': ['An event is handled once', 'if (written.length < events.length) throw new EventHandled();', ''],
    },
  ),
  ...rulesOf('delivery', 'src/domain/audit/auditChain.ts', ['test/unit/domain/audit/'], {
    'chain-gap': ['A removed entry is noticed', 'entry.sequence === sequence && ', ''],
    'chain-link': ['An entry slipped in is noticed', ' && entry.previous === last', ''],
    'chain-content': ['A changed entry is noticed', ' || entry.hash !== auditHash(process, entry)', ''],
    'chain-end': ['Entries cut off the end are noticed', 'return reached ? ', 'return true ? '],
    'chain-process': [
      'An entry moved from another process is noticed',
      '{ previous, process, sequence,',
      '{ previous, sequence,',
    ],
    'chain-order': ['The order of writing does not matter', '.sort(([a], [b]) => (a < b ? -1 : 1))', ''],
  }),
  ...rulesOf('delivery', 'src/domain/time/closedEarly.ts', ['test/contract/app/clock', 'test/unit/features/vote/'], {
    'early-by-database': [
      "What the database's clock ended too early is noticed",
      'closedAtDatabase.getTime() < latest || ',
      '',
    ],
    'chosen-time': ['A time somebody chose ends nothing early', 'if (closedAtDatabase === null) return false;', ''],
  }),
  ...rulesOf('delivery', 'src/domain/time/clockTrust.ts', ['test/unit/domain/time/clockTrust'], {
    'database-disagrees': [
      'A database that disagrees always counts',
      "if (isApart(reading.wall, other)) return { against: 'database', expected: other };",
      '',
    ],
    'one-hour': [
      'An hour apart is no drift',
      'export const APART_MS = 3_600_000;',
      'export const APART_MS = 36_000_000;',
    ],
  }),
];
