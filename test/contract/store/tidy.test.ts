/** What was only needed for delivery is forgotten in time, and nothing else is. */
import { expect, test } from '@jest/globals';
import { createStore } from '../../../adapters/postgres/store.ts';
import { noteFirst, storeSuite } from './scene.ts';

storeSuite('tidying up', (transact, suite) => {
  const at = (day: string) => new Date(`${day}T12:00:00Z`);

  test('an event and its answer are forgotten after 30 days, so that the same key counts as new', async () => {
    await noteFirst(transact, 'local', 'old', at('2027-01-01'));
    await noteFirst(transact, 'local', 'young', at('2027-01-20'));

    await createStore(suite.database.pool).tidy(at('2027-02-10'));

    expect(await noteFirst(transact, 'local', 'old', at('2027-02-10'))).toBe(true);
    expect(await noteFirst(transact, 'local', 'young', at('2027-02-10'))).toBe(false);
  });
});
