/** A dialog in German, put into the language made by machine: what is typed word by word, buttons by their labels. */
import { readScriptLine } from '../../adapters/local/shell/script.ts';
import { LANGUAGES, languageOf } from '../../src/text/catalogue.ts';
import { fold } from '../../src/text/words.ts';
import { inMachine, MACHINE } from './machineLanguage.ts';

/** Words behind the verb that belong to a command, wherever they stand. */
const PARTICLES = /^(region|as|kind|org|field|with|by|role\..+|kind\..+|resultKind\..+)$/;

const [german] = LANGUAGES;

/** `typed`: whether commands are put into it as well, or stay as they are typed in German, which is understood everywhere. */
export function scriptInMachine(lines: readonly string[], typed: 'machine' | 'german' = 'machine'): readonly string[] {
  return lines.map((line) => {
    const read = readScriptLine(line);
    if (read?.kind === 'say' && typed === 'machine')
      return `${read.person}@${read.room}> ${commandInMachine(read.text)}`;
    if (read?.kind !== 'press') return line;
    return `${read.person}@${read.room}> press "${labelInMachine(read.label)}"${read.on === null ? '' : ` on ${read.on}`}`;
  });
}

function commandInMachine(text: string): string {
  const [, head = '', rest = ''] = /^\/(\S+)\s*(.*)$/su.exec(text) ?? [];
  const family = codeSaid(head, (code) => !code.includes('.'));
  if (!family) return text;
  const words = rest.split(' ');
  const verb = words[0] === undefined ? null : codeSaid(words[0], (code) => code.startsWith(`${family}.`));
  const behind = verb === null ? words : words.slice(1);
  const said = [`/${wordOf(family)}`, ...(verb === null ? [] : [wordOf(verb)])];
  let quoted = false;
  for (const word of behind) {
    const particle = quoted || word.startsWith('"') ? null : codeSaid(word, (code) => PARTICLES.test(code));
    if (word.split('"').length % 2 === 0) quoted = !quoted;
    said.push(particle === null ? word : inMachine(word));
  }
  return said.join(' ').trim();
}

/** The code a German word stands for. */
function codeSaid(word: string, among: (code: string) => boolean): string | null {
  const found = Object.entries(german.words).find(
    ([code, words]) => among(code) && words.split('|').some((way) => fold(way) === fold(word)),
  );
  return found?.[0] ?? null;
}

function wordOf(code: string): string {
  return languageOf(MACHINE).words[code]?.split('|')[0] ?? '';
}

/** What is filled in stays, but for words between brackets of its own. */
function labelInMachine(label: string): string {
  for (const [key, text] of Object.entries(german.messages)) {
    if (!key.startsWith('action.')) continue;
    const parts = text.split(/\{\w+\}/);
    const found = new RegExp(`^${parts.map((part) => RegExp.escape(part)).join('(.+)')}$`, 'u').exec(label);
    if (found) return `⟦${parts.map((part, at) => `${inMachine(part)}${found[at + 1] ?? ''}`).join('')}⟧`;
  }
  throw new Error(`No button is called ${label}`);
}
