/** The commands that only look say how they are used and how they end. */
import { describe, expect, test } from '@jest/globals';
import { look } from '../../support/looking.ts';

describe('the command line', () => {
  test.each(['doctor', 'audit'])(
    '%s tells how it is used and how it ends',
    (command) => {
      const help = look(command, {}, '--help');
      const wrong = [look(command, {}, 'nonsense'), look(command, {}, '--nonsense')];

      expect(help.status).toBe(0);
      expect(help.said).toMatch(
        /Exit status:\n {2}0 .*\n {2}1 .*\n {2}2 .*\n {2}3 {2}nothing found.*\n {2}4 {2}cannot tell/,
      );
      for (const { status, said } of wrong) {
        expect(status).toBe(2);
        expect(said).toContain(`Usage: npm run ${command}`);
      }
    },
    60_000,
  );

  test('settings that cannot be read leave the audit without an answer', () => {
    expect(look('audit', { PORT: 'nonsense' }, 'verify').status).toBe(4);
  }, 60_000);
});
