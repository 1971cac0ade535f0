/** Finds what the words of a phrase can mean in any of the languages given. */
import type { Weekday } from '../../domain/time/calendar.ts';
import { fold } from '../words.ts';
import { type Meaning, PLAIN_KINDS } from './meaning.ts';
import { numberMeanings } from './numbers.ts';
import type { DateWords, Synonyms } from './words.ts';

type Index = ReadonlyMap<string, readonly Meaning[]>;

/** One way to read the words from a place on: a meaning, and the place behind the words it takes. */
export interface Edge {
  readonly meaning: Meaning;
  readonly next: number;
}

const LONGEST_ENTRY = 4;

const indexes = new WeakMap<DateWords, Index>();

/** All meanings of the words from `at` on, the longest entries first. `words` as `splitWords` gives them. */
export function edgesAt(words: readonly string[], at: number, lexicons: readonly DateWords[]): Edge[] {
  const edges: Edge[] = [];
  for (let count = Math.min(LONGEST_ENTRY, words.length - at); count > 0; count -= 1) {
    const entry = words.slice(at, at + count).join(' ');
    const meanings = lexicons.flatMap((lexicon) => lookUp(indexOf(lexicon), entry));
    for (const meaning of meanings) edges.push({ meaning, next: at + count });
  }
  const word = words[at];
  if (word !== undefined) for (const meaning of numberMeanings(word)) edges.push({ meaning, next: at + 1 });
  return edges;
}

function lookUp(index: Index, entry: string): readonly Meaning[] {
  const folded = fold(entry);
  return index.get(folded) ?? index.get(folded.replace(/\.$/, '')) ?? [];
}

function indexOf(lexicon: DateWords): Index {
  const known = indexes.get(lexicon);
  if (known) return known;
  const index = buildIndex(lexicon);
  indexes.set(lexicon, index);
  return index;
}

function buildIndex(lexicon: DateWords): Index {
  const index = new Map<string, Meaning[]>();
  function add(synonyms: Synonyms, meaning: Meaning): void {
    for (const entry of synonyms.split('|').map(fold))
      if (entry) index.set(entry, [...(index.get(entry) ?? []), meaning]);
  }

  for (const [i, synonyms] of lexicon.weekdays.entries()) {
    const weekday = { kind: 'weekday', day: (i + 1) as Weekday } as const;
    add(synonyms, { ...weekday, short: false });
    for (const entry of synonyms.split('|'))
      if (entry.endsWith('.')) add(entry.slice(0, -1), { ...weekday, short: true });
  }
  for (const [i, synonyms] of lexicon.months.entries()) add(synonyms, { kind: 'month', month: i + 1 });
  for (const [offset, synonyms] of lexicon.days.entries()) add(synonyms, { kind: 'dayWord', offset });
  for (const [i, synonyms] of lexicon.numbers.entries()) add(synonyms, { kind: 'number', value: i + 1, digits: false });
  for (const [unit, synonyms] of entriesOf(lexicon.units)) add(synonyms, { kind: 'unit', unit });
  for (const [which, synonyms] of entriesOf(lexicon.which)) add(synonyms, { kind: 'which', which });
  for (const [which, synonyms] of entriesOf(lexicon.whichBehind)) add(synonyms, { kind: 'whichBehind', which });
  for (const [part, synonyms] of entriesOf(lexicon.parts)) add(synonyms, { kind: 'part', part });
  for (const [unit, parts] of entriesOf(lexicon.partsOf)) {
    for (const [part, synonyms] of entriesOf(parts)) add(synonyms, { kind: 'partOf', part, unit });
  }
  for (const [half, synonyms] of entriesOf(lexicon.halfDays)) add(synonyms, { kind: 'halfDay', pm: half === 'pm' });
  for (const kind of PLAIN_KINDS) add(lexicon[kind], { kind });
  return index;
}

function entriesOf<K extends string, V>(record: Readonly<Record<K, V>>): [K, V][] {
  return Object.entries(record) as [K, V][];
}
