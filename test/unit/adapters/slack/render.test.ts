/** Cards as Slack's messages: within every limit, nothing lost, nothing alive that a person typed. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { head } from '../../../../adapters/kit/letters.ts';
import { homeView } from '../../../../adapters/slack/render/home.ts';
import { messagesOf } from '../../../../adapters/slack/render/message.ts';
import { inPieces, shorten } from '../../../../adapters/slack/render/shorten.ts';
import type { PersonId } from '../../../../src/domain/ids.ts';
import type { Action, Card, Inline, Node } from '../../../../src/message/model.ts';
import { chartsOf } from '../../../../src/message/plain.ts';
import { STAR } from '../../../support/goldens.ts';
import { BLOCK_LIMITS } from '../../../support/slack/blocks/blockLimits.ts';
import { blockCharacters, messageIssues, viewIssues } from '../../../support/slack/blocks/validate.ts';

const inGerman = { locale: 'de' };

const words = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: 'grapheme', maxLength: 200 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 5_000, maxLength: 10_000 }) },
  { weight: 2, arbitrary: fc.constantFrom(STAR, '🗳️'.repeat(900), 'ä'.repeat(9_999), '&<>'.repeat(1_500)) },
);
const leaf = fc.oneof(
  fc.record({ t: fc.constant('text' as const), text: words }),
  fc.record({
    t: fc.constant('text' as const),
    text: words,
    style: fc.constantFrom('bold' as const, 'italic' as const, 'code' as const),
  }),
  fc.constant({ t: 'link', url: 'https://example.org/a?b=1&c=2', text: 'hier' } as const),
  fc.integer({ min: 1, max: 9 }).map((id): Inline => ({ t: 'person', id: id as PersonId, name: `Person ${id}` })),
  fc
    .constantFrom('day' as const, 'dayTime' as const)
    .map((show): Inline => ({ t: 'date', at: '2027-02-19T17:00:00.000Z', show, text: 'Fr., 19.02.2027', zone: 'MEZ' })),
);
const line = fc.array(leaf, { minLength: 1, maxLength: 4 });
const button = fc.record({
  id: fc.constant('task.done'),
  label: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }),
  command: fc.constant('/aufgabe erledigt A-3'),
  press: fc.constant({ code: 'task.done', args: { task: 'A-3' }, process: null }),
  style: fc.constantFrom('plain' as const, 'primary' as const, 'danger' as const),
  emoji: fc.constant('✅'),
});
const node: fc.Arbitrary<Node> = fc.oneof(
  fc.record({ n: fc.constant('paragraph' as const), text: line }),
  fc.record({ n: fc.constant('paragraph' as const), text: line, tone: fc.constantFrom('muted', 'warning') }),
  fc.record({ n: fc.constant('quote' as const), text: line }),
  fc.record({ n: fc.constant('heading' as const), text: fc.string({ minLength: 1, maxLength: 300 }) }),
  fc.record({ n: fc.constant('list' as const), items: fc.array(line, { maxLength: 30 }) }),
  fc.record({
    n: fc.constant('fields' as const),
    items: fc.array(fc.record({ label: fc.string({ minLength: 1, maxLength: 40 }), value: line }), { maxLength: 15 }),
  }),
  fc.record({ n: fc.constant('progress' as const), label: words, done: fc.nat(9), total: fc.constant(9) }),
  fc.record({
    n: fc.constant('chart' as const),
    chart: fc.record({
      title: fc.string({ minLength: 1, maxLength: 300 }),
      bars: fc.array(
        fc.record({
          label: words,
          parts: fc.constant([{ label: 'erledigt', value: 3, tone: 'good' as const }]),
        }),
        { minLength: 1, maxLength: 10 },
      ),
    }),
  }),
  fc.constant({ n: 'divider' } as const),
  fc.record({ n: fc.constant('actions' as const), items: fc.array(button, { minLength: 1, maxLength: 40 }) }),
);
const card: fc.Arbitrary<Card> = fc.record({
  title: fc.oneof(fc.constant(''), fc.string({ unit: 'grapheme', maxLength: 220 })),
  body: fc.array(node, { maxLength: 25 }),
  attention: fc.constantFrom('quiet' as const, 'ping' as const),
});

describe('any card', () => {
  test('stays within every limit on every message, and has a text to be read out', () => {
    fc.assert(
      fc.property(card, (any) => {
        const pictures = new Map(chartsOf(any).map((chart) => [chart, 'F0PICTURE01']));
        for (const { text, blocks } of messagesOf(any, { ...inGerman, pictures })) {
          expect(messageIssues(blocks)).toEqual([]);
          expect(blockCharacters(blocks)).toBeLessThanOrEqual(BLOCK_LIMITS.messageBlockCharacters);
          expect(text.length).toBeGreaterThan(0);
          expect(text.length).toBeLessThanOrEqual(BLOCK_LIMITS.updatedText);
          expect(text.isWellFormed()).toBe(true);
          expect(text).not.toMatch(/&(?!amp;|lt;|gt;)|[<>]/);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('stays within the limits of App Home', () => {
    fc.assert(
      fc.property(card, (any) => expect(viewIssues(homeView(any, 'de'))).toEqual([])),
      { numRuns: 50 },
    );
  });

  test('keeps every letter somebody wrote, as long as it fits on the pages', () => {
    const long = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4_000 }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(long, (texts) => {
        const body = texts.map((text) => ({ n: 'quote', text: [{ t: 'text', text }] }) as const);
        const messages = messagesOf({ title: '', body, attention: 'quiet' }, inGerman);
        expect(lettersIn(messages.map(({ blocks }) => blocks))).toBe(texts.join(''));
      }),
      { numRuns: 60 },
    );
  });
});

test('a list of 500 tasks goes on in the thread, cut between tasks, and what is left out is counted', () => {
  const items = Array.from({ length: 500 }, (_, n) => [
    { t: 'text', text: `A-${n + 1} ` } as const,
    { t: 'text', text: 'Bestandsaufnahme der Sprachangebote im Stadtteil. '.repeat(4) } as const,
  ]);
  const list: Card = { title: 'Alle Aufgaben', body: [{ n: 'list', items }], attention: 'quiet' };

  const messages = messagesOf(list, inGerman);

  expect(messages).toHaveLength(10);
  expect(messages.at(-1)?.text).toMatch(/… und \d+ weitere Seiten, die hier nicht mehr passen\.$/);
  for (const { blocks } of messages) expect(messageIssues(blocks)).toEqual([]);
  expect(messages[1]?.text).toMatch(/^• A-\d+ Bestandsaufnahme/);
});

test('a heading never ends a message', () => {
  const body = Array.from({ length: 60 }, (_, n): Node[] => [
    { n: 'heading', text: `Abschnitt ${n}` },
    { n: 'paragraph', text: [{ t: 'text', text: 'Text. '.repeat(40) }] },
  ]).flat();

  const messages = messagesOf({ title: 'Bericht', body, attention: 'quiet' }, { ...inGerman, pages: 99 });

  expect(messages.length).toBeGreaterThan(3);
  for (const { text } of messages) expect(text.split('\n').at(-1)).not.toMatch(/^Abschnitt/);
});

test('user text is literal: no leaf but those of the card is alive', () => {
  const star: Card = {
    title: STAR,
    body: [
      { n: 'paragraph', text: [{ t: 'text', text: STAR }] },
      { n: 'paragraph', text: [{ t: 'text', text: STAR }], tone: 'muted' },
      { n: 'quote', text: [{ t: 'text', text: STAR }] },
      { n: 'list', items: [[{ t: 'text', text: STAR }]] },
      { n: 'fields', items: [{ label: 'Titel', value: [{ t: 'text', text: STAR }] }] },
    ],
    attention: 'ping',
  };

  const [message] = messagesOf(star, inGerman);
  const json = JSON.stringify(message?.blocks);

  expect(json).not.toContain('mrkdwn');
  expect(json.split(JSON.stringify(STAR).slice(1, -1))).toHaveLength(7);
  expect(message?.text).toContain('&lt;!channel&gt;');
});

test('an address in the text for notifications is no link', () => {
  const [message] = messagesOf(
    { title: '', body: [{ n: 'paragraph', text: [{ t: 'text', text: 'https://example.org' }] }], attention: 'quiet' },
    inGerman,
  );

  expect(message?.text).not.toContain('https://');
  expect(JSON.stringify(message?.blocks)).toContain('https://example.org');
});

test('a person is mentioned where Slack knows them, and named elsewhere', () => {
  const person = (id: number, name: string) => ({ t: 'person', id: id as PersonId, name }) as const;
  const body: Node[] = [{ n: 'paragraph', text: [person(1, 'Vorsitz'), person(2, 'Leitung')] }];

  const mentions = new Map([[1 as PersonId, 'U1']]);
  const [message] = messagesOf({ title: '', body, attention: 'ping' }, { ...inGerman, mentions });

  expect(JSON.stringify(message?.blocks)).toContain('{"type":"user","user_id":"U1"}');
  expect(JSON.stringify(message?.blocks)).toContain('"Leitung"');
  expect(message?.text).toBe('VorsitzLeitung');
});

describe('cutting', () => {
  test('never cuts a letter in two, and says that something is missing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 1, max: 60 }), (text, max) => {
        const cut = shorten(text, max);
        expect(cut.length).toBeLessThanOrEqual(max);
        expect(cut.isWellFormed()).toBe(true);
        expect(cut === text || cut.endsWith('…')).toBe(true);
      }),
    );
  });

  test('keeps an emoji whole', () => {
    expect(shorten(`${'a'.repeat(72)}🗳️🗳️`, 75)).toBe(`${'a'.repeat(72)}…`);
    expect(head('🗳️🗳️', 4)).toBe('🗳️');
  });

  test('in pieces, gives the whole text again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), fc.integer({ min: 20, max: 90 }), (text, max) => {
        const pieces = inPieces(text, max);
        expect(pieces.join('')).toBe(text);
        expect(pieces.every((piece) => piece.length <= max)).toBe(true);
      }),
    );
  });
});

test('a button carries its press, and on a card that an earlier version wrote the words of its command', () => {
  const press = { code: 'task.done', args: { task: 'A-3' }, process: null };
  const action: Action = { id: 'task.done', label: 'X', command: '/aufgabe', press, style: 'plain', emoji: '' };
  const { press: _, ...before } = action;
  const card: Card = { title: '', body: [{ n: 'actions', items: [action, before as Action] }], attention: 'quiet' };

  const elements = messagesOf(card, inGerman).flatMap(({ blocks = [] }) =>
    blocks.flatMap((block) => (block.type === 'actions' ? block.elements : [])),
  );

  expect(elements).toMatchObject([
    { action_id: 'press.0.0.task.done', value: '{"code":"task.done","args":{"task":"A-3"},"process":null}' },
    { action_id: 'typed.0.1.task.done', value: '/aufgabe' },
  ]);
});

test('more than a button can carry is a mistake, never shortened', () => {
  const press = { code: 'task.comment', args: { text: 'x'.repeat(2_000) }, process: null };
  const action: Action = { id: 'x', label: 'X', command: '/aufgabe', press, style: 'plain', emoji: '' };

  expect(() =>
    messagesOf({ title: '', body: [{ n: 'actions', items: [action] }], attention: 'quiet' }, inGerman),
  ).toThrow(RangeError);
});

/** The texts of rich text, one after the other. */
function lettersIn(value: unknown): string {
  if (Array.isArray(value)) return value.map(lettersIn).join('');
  if (typeof value !== 'object' || value === null) return '';
  const { type, text, elements } = value as { type?: unknown; text?: unknown; elements?: unknown };
  return type === 'text' ? String(text) : lettersIn(elements ?? Object.values(value));
}
