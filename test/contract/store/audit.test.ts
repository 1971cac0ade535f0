/** The contract of the audit log: one chain per process that only grows. */
import { expect, test } from '@jest/globals';
import { CHAIN_START, verifyChain } from '../../../src/domain/audit/auditChain.ts';
import { later, makeProcess, storeSuite } from './scene.ts';

storeSuite('audit log', (transact, suite) => {
  const newProcess = async () => (await transact((tx) => makeProcess(tx))).id;

  test('entries chain up from the start, and the head is the hash of the newest', async () => {
    const process = await newProcess();
    expect(await transact((tx) => tx.audit.head(process))).toBe(CHAIN_START);

    const first = await transact((tx) => tx.audit.append(process, later(1), 'token', 'task.add', { task: 'A-1' }));
    const second = await transact((tx) => tx.audit.append(process, later(2), 'mitwirk', 'vote.close', { yes: 3 }));

    const entries = await transact((tx) => tx.audit.entries(process));
    expect(entries).toMatchObject([
      {
        sequence: 1,
        at: later(1),
        actor: 'token',
        action: 'task.add',
        data: { task: 'A-1' },
        previous: CHAIN_START,
        hash: first,
      },
      {
        sequence: 2,
        at: later(2),
        actor: 'mitwirk',
        action: 'vote.close',
        data: { yes: 3 },
        previous: first,
        hash: second,
      },
    ]);
    expect(await transact((tx) => tx.audit.head(process))).toBe(second);
    expect(verifyChain(process, entries)).toEqual({ ok: true, head: second });
  });

  test('a chain holds whatever its data is made of', async () => {
    const process = await newProcess();
    const data = {
      z: 1.5,
      a: [1, 'zwei', null, { y: true, b: 1e21 }],
      at: later(3),
      not: undefined,
      half: '\ud83d',
      zero: '\0',
    };

    await transact((tx) => tx.audit.append(process, later(1), 'token', 'test', data));

    const entries = await transact((tx) => tx.audit.entries(process));
    expect(verifyChain(process, entries)).toMatchObject({ ok: true });
    expect(entries[0]?.data).toEqual({
      ...{ z: 1.5, a: [1, 'zwei', null, { y: true, b: 1e21 }], at: later(3).toISOString() },
      ...{ half: '\ufffd', zero: '\ufffd' },
    });
  });

  test('every process has a chain of its own', async () => {
    const [a, b] = [await newProcess(), await newProcess()];
    await transact((tx) => tx.audit.append(a, later(1), 'token', 'x', {}));

    expect(await transact((tx) => tx.audit.head(b))).toBe(CHAIN_START);
    expect(await transact((tx) => tx.audit.entries(b))).toEqual([]);
  });

  test('transactions that append at the same time make one chain, and those that fail leave nothing in it', async () => {
    const process = await newProcess();
    const append = (index: number) =>
      transact(async (tx) => {
        await tx.audit.append(process, later(index), 'token', 'first', { index });
        await tx.audit.append(process, later(index), 'token', 'second', { index });
        if (index % 4 === 0) throw new Error('no');
      }).catch(() => {});

    await Promise.all(Array.from({ length: 12 }, (_, index) => append(index)));

    const entries = await transact((tx) => tx.audit.entries(process));
    expect(entries).toHaveLength(18);
    expect(verifyChain(process, entries)).toMatchObject({ ok: true });
    expect(new Set(entries.map(({ data }) => data.index))).not.toContain(0);
  });

  test.each([
    ['update', `update mitwirk.audit set actor = 'somebody else'`],
    ['delete', 'delete from mitwirk.audit'],
    ['truncate', 'truncate mitwirk.audit'],
  ])('the database refuses to %s entries', async (_, statement) => {
    await transact(async (tx) => tx.audit.append((await makeProcess(tx)).id, later(1), 'token', 'x', {}));

    await expect(suite.database.pool.query(statement)).rejects.toThrow('append-only');
  });
});
