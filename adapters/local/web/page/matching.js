/** What to offer while somebody types: commands after `/`, people after `@`. */
import { nameable } from './nameable.js';
import { store } from './store.js';

const MOST = 8;

/** As the server compares words: umlauts, case and stars never get in the way. */
export function fold(text) {
  const umlauts = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => umlauts[letter])
    .replace(/[*:]/g, '');
}

/**
 * Suggestions for the text before the cursor, and the stretch of it they would replace; null when there is nothing to offer.
 * `sure`: one of them is probably meant, so Enter takes it; otherwise the text is complete as it is.
 */
export function suggestionsFor(before) {
  return commandsFor(before) ?? peopleFor(before);
}

function commandsFor(before) {
  if (!/^\s*\/[^\n]*$/.test(before)) return null;
  const typed = fold(before.trimStart()).replace(/\s+/g, ' ');
  const options = store.commands.filter((command) => command.typed.some((words) => words.startsWith(typed)));
  const inside =
    typed.length < 3 ? [] : store.commands.filter((command) => !options.includes(command) && isInside(command, typed));
  const found = [...options, ...inside];
  const complete = found.some(({ typed: ways }) =>
    ways.some((words) => words === typed || words.split(' ')[0] === typed.trim()),
  );
  if (found.length === 0 || (found.length === 1 && found[0].typed.includes(typed.trim()))) return null;
  return { from: 0, sure: !complete, options: found.slice(0, typed === '/' ? undefined : MOST).map(commandOption) };
}

/** A word somewhere in a command or its summary: `/frist` finds `/aufgabe frist`. */
function isInside({ typed, summary }, text) {
  const word = text.slice(1).trim();
  return (
    word !== '' &&
    (typed.some((words) => words.includes(` ${word}`)) ||
      fold(summary)
        .split(' ')
        .some((one) => one.startsWith(word)))
  );
}

function commandOption({ words, summary, usage }) {
  return { insert: `${words} `, title: words, usage: usage.slice(words.length).trim(), text: summary };
}

function peopleFor(before) {
  const found = /(?:^|\s)@([\p{L}\p{N}._-]*)$/u.exec(before);
  if (!found) return null;
  const typed = fold(found[1]);
  const fits = ({ id, name }) =>
    fold(id).startsWith(typed) ||
    fold(name)
      .split(/[\s-]+/)
      .some((word) => word.startsWith(typed));
  const options = nameable().filter(fits).slice(0, MOST);
  if (options.length === 0 || options.some(({ id }) => fold(id) === typed)) return null;
  const from = before.length - found[1].length - 1;
  return {
    from,
    sure: true,
    options: options.map(({ id, name }) => ({ insert: `@${id} `, title: `@${id}`, usage: '', text: name })),
  };
}

/** The command that a line begins with, the one with the longest words. */
export function commandOf(line) {
  const text = `${fold(line.trimStart()).replace(/\s+/g, ' ')} `;
  const begins = (command) =>
    Math.max(0, ...command.typed.filter((words) => text.startsWith(`${words} `)).map((words) => words.length));
  const best = store.commands.toSorted((a, b) => begins(b) - begins(a))[0];
  return best && begins(best) > 0 ? best : null;
}
