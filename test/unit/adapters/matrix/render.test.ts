/** What a card becomes on Matrix: nothing that people wrote turns into markup, a mention or a command, and nothing gets too large. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { namedIn } from '../../../../adapters/kit/named.ts';
import { MAX_MESSAGE_BYTES } from '../../../../adapters/matrix/limits.ts';
import { asTypedHere, withExclamationMark } from '../../../../adapters/matrix/render/commands.ts';
import { contentsOf, editOf } from '../../../../adapters/matrix/render/content.ts';
import { familyNames } from '../../../../adapters/matrix/render/familyNames.ts';
import { escapeHtml, htmlOf } from '../../../../adapters/matrix/render/html.ts';
import type { PersonId } from '../../../../src/domain/ids.ts';
import type { Action, Card, Inline, Node } from '../../../../src/message/model.ts';
import { STAR } from '../../../support/goldens.ts';

const PERSON = 1 as PersonId;
const people = new Map([[PERSON, '@mitglied:example.org']]);
const rendering = { people, families: familyNames(), notify: ['@mitglied:example.org'] };

const words = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(STAR, '<a href="x">', '</p><h1>', '&amp;', '@room', "' onclick='", '<mx-reply>', '\n\n', '🗳️'),
);
const leaf: fc.Arbitrary<Inline> = fc.oneof(
  fc.record({ t: fc.constant('text' as const), text: words }),
  fc.record({ t: fc.constant('text' as const), text: words, style: fc.constantFrom('bold', 'italic', 'code') }),
  fc.record({ t: fc.constant('link' as const), url: fc.oneof(words, fc.webUrl()), text: words }),
  fc.record({ t: fc.constant('person' as const), id: fc.constantFrom(PERSON, 2 as PersonId), name: words }),
);
const text = fc.array(leaf, { maxLength: 4 });
const node: fc.Arbitrary<Node> = fc.oneof(
  fc.record({ n: fc.constant('paragraph' as const), text }),
  fc.record({ n: fc.constant('quote' as const), text }),
  fc.record({ n: fc.constant('heading' as const), text: words }),
  fc.record({ n: fc.constant('list' as const), items: fc.array(text, { maxLength: 4 }) }),
  fc.record({
    n: fc.constant('fields' as const),
    items: fc.array(fc.record({ label: words, value: text }), { maxLength: 3 }),
  }),
  fc.record({
    n: fc.constant('chart' as const),
    chart: fc.record({
      title: words,
      bars: fc.array(
        fc.record({
          label: words,
          parts: fc.constant([{ label: 'erledigt', value: 3, tone: 'good' as const }]),
        }),
        { minLength: 1, maxLength: 10 },
      ),
    }),
  }),
  fc.record({ n: fc.constant('divider' as const) }),
);
const card: fc.Arbitrary<Card> = fc.record({
  title: words,
  body: fc.array(node, { maxLength: 5 }),
  attention: fc.constantFrom('quiet', 'ping'),
});

/** https://spec.matrix.org/v1.16/client-server-api/#mroommessage-msgtypes */
const ALLOWED = new Set(['h4', 'h5', 'p', 'br', 'hr', 'ul', 'li', 'strong', 'em', 'code', 'pre', 'blockquote', 'a']);

/** Tags in order; throws where a tag is not closed by its own. */
function tagsOf(html: string): readonly string[] {
  const open: string[] = [];
  const found: string[] = [];
  for (const [, slash, name = '', attributes = ''] of html.matchAll(/<(\/?)([a-z0-9-]+)([^>]*)>/gi)) {
    if (slash) expect(open.pop()).toBe(name);
    else {
      found.push(name);
      if (!['br', 'hr'].includes(name)) open.push(name);
      expect(attributes).toMatch(name === 'a' ? /^ href="https?:\/\/[^"<>]*"$/ : /^$/);
    }
  }
  expect(open).toEqual([]);
  return found;
}

describe('HTML', () => {
  test('of any card holds allowed tags only, closed in order, and says every word literally', () => {
    fc.assert(
      fc.property(card, (some) => {
        const html = htmlOf(some, people);

        for (const tag of tagsOf(html)) expect(ALLOWED).toContain(tag);
        expect(html.replaceAll(/<[^>]*>/g, '')).not.toMatch(/[<>"]/);
      }),
    );
  });

  test('of a text is that text', () => {
    fc.assert(
      fc.property(words, (said) => {
        const shown = htmlOf(
          { title: '', body: [{ n: 'quote', text: [{ t: 'text', text: said }] }], attention: 'quiet' },
          people,
        );

        expect(shown).toBe(`<blockquote><p>${escapeHtml(said).replaceAll('\n', '<br>')}</p></blockquote>`);
      }),
    );
  });

  test('a link that is no web address is shown as text', () => {
    const link = { t: 'link', url: 'javascript:alert(1)', text: 'Hier' } as const;
    const html = htmlOf({ title: '', body: [{ n: 'paragraph', text: [link] }], attention: 'quiet' }, people);

    expect(html).toBe('<p>Hier (javascript:alert(1))</p>');
  });
});

test('a time names its zone, because nobody’s own clock is known here; a day does not', () => {
  const date = (show: 'day' | 'dayTime') =>
    ({ t: 'date', at: '2027-02-19T17:00:00.000Z', show, text: 'Fr., 19.02.2027, 18:00 Uhr', zone: 'MEZ' }) as const;
  const bodyOf = (show: 'day' | 'dayTime') =>
    contentsOf({ title: '', body: [{ n: 'paragraph', text: [date(show)] }], attention: 'quiet' }, rendering)[0];

  expect(bodyOf('dayTime')).toMatchObject({
    body: 'Fr., 19.02.2027, 18:00 Uhr (MEZ)',
    formatted_body: '<p>Fr., 19.02.2027, 18:00 Uhr (MEZ)</p>',
  });
  expect(bodyOf('day')).toMatchObject({ body: 'Fr., 19.02.2027, 18:00 Uhr' });
});

describe('messages', () => {
  test('of any card mention whom they are told to and nobody else, whatever stands in them', () => {
    fc.assert(
      fc.property(card, (some) => {
        const [first, ...more] = contentsOf(some, rendering);

        const ping = some.attention === 'ping';
        expect(first.msgtype).toBe(ping ? 'm.text' : 'm.notice');
        expect(first['m.mentions']).toEqual(ping ? { user_ids: ['@mitglied:example.org'] } : {});
        for (const part of more) expect(part['m.mentions']).toEqual({});
      }),
    );
  });

  test('stay below the size of an event, also as an edit, and lose nothing', () => {
    const long = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), {
      minLength: 400,
      maxLength: 1200,
    });
    fc.assert(
      fc.property(long, fc.constantFrom('list', 'fields', 'quote'), (items, kind) => {
        const body = bodyOf(kind, items);
        const parts = contentsOf({ title: 'Alles', body, attention: 'quiet' }, { ...rendering, families: new Set() });

        for (const part of parts) {
          expect(Buffer.byteLength(String(part.body) + String(part.formatted_body))).toBeLessThanOrEqual(
            MAX_MESSAGE_BYTES,
          );
          expect(Buffer.byteLength(JSON.stringify(editOf('$x', part)))).toBeLessThan(65_536);
        }
        const said = parts.map((part) => String(part.formatted_body).replaceAll(/<br>|<[^>]*>/g, '')).join('');
        for (const item of items) expect(said).toContain(escapeHtml(item).replaceAll('\n', ''));
      }),
      { numRuns: 15 },
    );
  });

  test('an edit relates to the original, notifies nobody again, and keeps its fallback apart', () => {
    const [content] = contentsOf(
      { title: 'B-1', body: [], attention: 'ping' },
      { ...rendering, notify: ['@amt:stadt'] },
    );
    expect(content['m.mentions']).toEqual({ user_ids: ['@amt:stadt'] });

    expect(editOf('$original', content)['m.mentions']).toEqual({});
    expect(editOf('$original', content)).toMatchObject({
      body: '* B-1',
      'm.mentions': {},
      'm.new_content': content,
      'm.relates_to': { rel_type: 'm.replace', event_id: '$original' },
    });
  });

  test('everybody named in a card is found once', () => {
    const person = { t: 'person', id: PERSON, name: 'x' } as const;
    const body: Node[] = [
      { n: 'list', items: [[person], [person]] },
      { n: 'fields', items: [{ label: 'y', value: [{ t: 'person', id: 7 as PersonId, name: 'z' }] }] },
    ];

    expect(namedIn({ title: '', body, attention: 'quiet' })).toEqual([1, 7]);
  });
});

function bodyOf(kind: string, items: readonly string[]): Node[] {
  const leaves = items.map((item): Inline[] => [{ t: 'text', text: item }]);
  if (kind === 'list') return [{ n: 'list', items: leaves }];
  if (kind === 'fields') return [{ n: 'fields', items: leaves.map((value) => ({ label: 'x', value })) }];
  return [{ n: 'quote', text: leaves.flat() }];
}

describe('typed commands', () => {
  test.each([
    ['Alles zeigt /mitwirk hilfe.', 'Alles zeigt !mitwirk hilfe.'],
    ['„/aufgabe liste“ oder (/vote yes B-3)', '„!aufgabe liste“ oder (!vote yes B-3)'],
    ['und/oder', 'und/oder'],
    ['/etc/passwd und https://example.org/aufgabe', '/etc/passwd und https://example.org/aufgabe'],
  ])('%s', (before, after) => {
    expect(withExclamationMark(before, familyNames())).toBe(after);
  });

  test('buttons become a legend; what people wrote in a quote stays as it is', () => {
    const press = { code: 'vote.yes', args: { vote: 'B-3' }, process: null };
    const action: Action = {
      id: 'vote.yes',
      label: 'Ja',
      command: '/beschluss ja B-3',
      press,
      style: 'plain',
      emoji: '✅',
    };
    const body: Node[] = [
      { n: 'quote', text: [{ t: 'text', text: '/aufgabe neu' }] },
      { n: 'actions', items: [action, { ...action, label: 'Nein', command: '/beschluss nein B-3', emoji: '❌' }] },
    ];

    const [{ body: plain, formatted_body: html }] = contentsOf({ title: '', body, attention: 'quiet' }, rendering);

    expect(plain).toBe('| /aufgabe neu\n✅ Ja · !beschluss ja B-3\n❌ Nein · !beschluss nein B-3');
    expect(html).toContain('✅ Ja · <code>!beschluss ja B-3</code><br>❌ Nein');
    expect(asTypedHere({ title: '', body, attention: 'quiet' }, familyNames()).body[0]).toEqual(body[0]);
  });
});
