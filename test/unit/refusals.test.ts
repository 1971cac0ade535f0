/** What comments say of refusals is what the code does. */
import { expect, test } from '@jest/globals';
import { LANGUAGES } from '../../src/text/catalogue.ts';
import { type Thrower, throwers } from '../support/refusals.ts';

/** Where an act or a reading says what it refuses. Elsewhere a comment speaks of refusals in general. */
const SAYS_WHICH = /^src\/(features|acting)\//;

const all = throwers();
const telling = all.flatMap((thrower) => (thrower.comment === null ? [] : [{ thrower, ...saidIn(thrower.comment) }]));

test('every refusal that a comment names is one', () => {
  const [{ messages }] = LANGUAGES;
  const codes = Object.keys(messages).filter((key) => key.startsWith('failure.'));
  const unknown = telling.flatMap(({ thrower, named }) =>
    named
      .filter((code) => !codes.some((key) => covers(`failure.${code}`, key)))
      .map((code) => `${thrower.file}: ${code}`),
  );

  expect(unknown).toEqual([]);
});

test('a comment that says which refusals an act has names all of them, and no others', () => {
  const wrong = telling.flatMap(({ thrower, named, linked }) => {
    if (!SAYS_WHICH.test(thrower.file) || named.length + linked.length === 0) return [];
    const theirs = new Set(linked.flatMap((name) => [...(thrower.named(name)?.all() ?? [`(no ${name})`])]));
    const thrown = [...thrower.all()];
    const missing = thrown.filter((code) => !theirs.has(code) && !named.some((said) => alike(said, code)));
    const surplus = [...named, ...theirs].filter((said) => !thrown.some((code) => alike(said, code)));
    return missing.length + surplus.length === 0 ? [] : [{ of: `${thrower.file} ${thrower.name}`, missing, surplus }];
  });

  expect(telling.length).toBeGreaterThan(80);
  expect(wrong).toEqual([]);
});

test('what a function refuses is found through what it calls', () => {
  const extend = all.find(({ name, file }) => name === 'extendVote' && file.endsWith('/extend.ts')) as Thrower;

  expect([...extend.own]).not.toContain('vote.isClosed');
  expect([...extend.all()]).toEqual(expect.arrayContaining(['vote.notLater', 'vote.isClosed', 'who.chair']));
});

function saidIn(comment: string): { readonly named: readonly string[]; readonly linked: readonly string[] } {
  const named = [...comment.matchAll(/`([a-zA-Z]+\.[\w.<>]+)`/g)].map(([, code = '']) => code.replace(/<\w+>/, '*'));
  const linked = [...comment.matchAll(/\{@link (\w+)\}|of `(\w+)`/g)].map(([, link, name]) => link ?? name ?? '');
  return { named, linked: linked.filter((name) => !/^[A-Z]/.test(name)) };
}

function alike(one: string, other: string): boolean {
  return covers(one, other) || covers(other, one);
}

/** `vote.deputy.*` covers what begins so. */
function covers(pattern: string, code: string): boolean {
  return new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.+')}$`).test(code);
}
