/** The audit chain: no tampering goes unnoticed. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type AuditEntry, auditHash, CHAIN_START, verifyChain } from '../../../../src/domain/audit/auditChain.ts';
import type { ProcessId } from '../../../../src/domain/ids.ts';

const processId = 7 as ProcessId;

type Facts = Pick<AuditEntry, 'at' | 'actor' | 'action' | 'data'>;

/** A chain of entries that tell this. */
function chain(facts: readonly Facts[], process = processId): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (const fact of facts) {
    const entry = { ...fact, sequence: entries.length + 1, previous: entries.at(-1)?.hash ?? CHAIN_START };
    entries.push({ ...entry, hash: auditHash(process, entry) });
  }
  return entries;
}

const facts = fc.record({
  at: fc.date({ min: new Date('2026-01-01'), max: new Date('2036-01-01'), noInvalidDate: true }),
  actor: fc.uuid(),
  action: fc.constantFrom('task.add', 'vote.cast', 'vote.close'),
  data: fc.dictionary(fc.string(), fc.jsonValue() as fc.Arbitrary<unknown>, { noNullPrototype: true }),
});

const someFacts = fc.array(facts, { minLength: 1, maxLength: 8 });

/** A chain and a place in it. */
const chainAndPlace = someFacts.chain((list) =>
  fc.record({ entries: fc.constant(chain(list)), place: fc.nat({ max: list.length - 1 }) }),
);

test('a chain that does not begin with its first entry is not whole, however well it fits', () => {
  const entry = {
    sequence: 2,
    at: new Date('2026-09-01T08:00:00Z'),
    actor: 'a',
    action: 'b',
    data: {},
    previous: CHAIN_START,
  };
  const entries = [{ ...entry, hash: auditHash(processId, entry) }];

  expect(verifyChain(processId, entries)).toEqual({ ok: false, sequence: 1 });
});

describe('the hash of an entry', () => {
  const entry = { sequence: 1, at: new Date('2026-09-01T08:00:00Z'), actor: 'a', action: 'b', previous: CHAIN_START };

  test('is SHA-256 over JSON with sorted keys, so that anybody can compute it again', () => {
    // printf '{"action":"b","actor":"a","at":"2026-09-01T08:00:00.000Z","data":{"x":[1,{"y":null}]},"previous":"000…","process":7,"sequence":1}' | sha256sum
    const hash = auditHash(processId, { ...entry, data: { x: [1, { y: null }] } });

    expect(hash).toBe('d9c1901825fd57946d14320e4606c4818e27a3b734a92728be97c542362265d0');
  });

  test('does not depend on the order in which keys were written, at any depth', () => {
    const one = auditHash(processId, { ...entry, data: { a: 1, b: { c: 2, d: 3 } } });
    const other = auditHash(processId, { ...entry, data: { b: { d: 3, c: 2 }, a: 1 } });

    expect(one).toBe(other);
  });

  test('depends on the order within a list', () => {
    const one = auditHash(processId, { ...entry, data: { list: [1, 2] } });

    expect(auditHash(processId, { ...entry, data: { list: [2, 1] } })).not.toBe(one);
  });

  test('counts data as JSON gives it back', () => {
    const one = auditHash(processId, { ...entry, data: { at: entry.at, none: undefined, zero: -0 } });

    expect(auditHash(processId, { ...entry, data: { at: '2026-09-01T08:00:00.000Z', zero: 0 } })).toBe(one);
  });
});

describe('a chain', () => {
  test('of nothing is sound', () => {
    expect(verifyChain(processId, [])).toEqual({ ok: true, head: CHAIN_START });
  });

  test('that nobody touched is sound, and its head is the hash of the last entry', () => {
    fc.assert(
      fc.property(someFacts, (list) => {
        const entries = chain(list);
        expect(verifyChain(processId, entries)).toEqual({ ok: true, head: entries.at(-1)?.hash });
      }),
    );
  });

  test('of another process is not taken for this one', () => {
    fc.assert(
      fc.property(someFacts, (list) => {
        expect(verifyChain(processId, chain(list, 8 as ProcessId))).toEqual({ ok: false, sequence: 1 });
      }),
    );
  });

  const changes: Record<keyof AuditEntry, (entry: AuditEntry) => Partial<AuditEntry>> = {
    sequence: ({ sequence }) => ({ sequence: sequence + 1 }),
    at: ({ at }) => ({ at: new Date(at.getTime() + 1) }),
    actor: ({ actor }) => ({ actor: `${actor}x` }),
    action: ({ action }) => ({ action: `${action}x` }),
    data: ({ data }) => ({ data: { ...data, slippedIn: true } }),
    previous: ({ previous }) => ({ previous: previous.replace(/./, (digit) => (digit === 'f' ? '0' : 'f')) }),
    hash: ({ hash }) => ({ hash: hash.replace(/./, (digit) => (digit === 'f' ? '0' : 'f')) }),
  };

  test.each(Object.entries(changes))('breaks where the field %s was changed', (_field, change) => {
    fc.assert(
      fc.property(chainAndPlace, ({ entries, place }) => {
        const tampered = entries.map((entry, index) => (index === place ? { ...entry, ...change(entry) } : entry));
        expect(verifyChain(processId, tampered)).toEqual({ ok: false, sequence: place + 1 });
      }),
    );
  });

  test('breaks after a changed entry whose own hash was made to fit', () => {
    fc.assert(
      fc.property(chainAndPlace, ({ entries, place }) => {
        fc.pre(place < entries.length - 1);
        const tampered = entries.map((entry, index) => {
          if (index !== place) return entry;
          const changed = { ...entry, actor: 'somebody else' };
          return { ...changed, hash: auditHash(processId, changed) };
        });
        expect(verifyChain(processId, tampered)).toEqual({ ok: false, sequence: place + 2 });
      }),
    );
  });

  test('breaks where an entry was removed, at its end too once it is known how far it reached', () => {
    fc.assert(
      fc.property(chainAndPlace, ({ entries, place }) => {
        const rest = entries.toSpliced(place, 1);
        expect(verifyChain(processId, rest, entries.at(-1)?.hash)).toEqual({ ok: false, sequence: place + 1 });
        if (place === rest.length) expect(verifyChain(processId, rest)).toMatchObject({ ok: true });
      }),
    );
  });

  test('that has grown since its head was read is sound', () => {
    fc.assert(
      fc.property(chainAndPlace, ({ entries, place }) => {
        expect(verifyChain(processId, entries, entries[place]?.hash)).toMatchObject({ ok: true });
      }),
    );
  });

  test('breaks where an entry was slipped in', () => {
    fc.assert(
      fc.property(chainAndPlace, ({ entries, place }) => {
        const copy = entries[place];
        if (!copy) throw new Error('there is no such place');
        expect(verifyChain(processId, entries.toSpliced(place, 0, copy))).toEqual({ ok: false, sequence: place + 2 });
      }),
    );
  });

  test('breaks where two entries changed places', () => {
    fc.assert(
      fc.property(chainAndPlace, ({ entries, place }) => {
        const [one, next] = entries.slice(place);
        fc.pre(one !== undefined && next !== undefined);
        const swapped = entries.map((entry, index) => (index === place ? next : index === place + 1 ? one : entry));
        const moved = swapped.filter((entry) => entry !== undefined);
        expect(verifyChain(processId, moved)).toEqual({ ok: false, sequence: place + 1 });
      }),
    );
  });
});
