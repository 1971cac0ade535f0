/** Arguments of every kind: typed and by form they come to the same, and what does not fit is pointed at. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { commandNamed } from '../../../src/app/lookup.ts';
import { type Failure, Refusal } from '../../../src/domain/failure.ts';
import { families } from '../../../src/features/families.ts';
import { MAX_TEXT, MAX_TITLE } from '../../../src/grammar/args/text.ts';
import { findCommand } from '../../../src/grammar/find.ts';
import { FieldRefusal, readArgs, readForm } from '../../../src/grammar/read.ts';
import { reading } from '../../support/caller.ts';

type Values = Readonly<Record<string, unknown>>;

async function typed(text: string, context = reading()): Promise<Values> {
  const found = findCommand(text, families, { direct: true, locale: 'de' });
  if (!found) throw new Error(`«${text}» is no command`);
  return (await readArgs(found.command, found.cursor, context)) as Values;
}

async function filledIn(code: string, values: Readonly<Record<string, string>>, context = reading()): Promise<Values> {
  return (await readForm(commandNamed(code), values, context)) as Values;
}

/** The refusal, and the words it points at. */
async function refusalOf(text: string): Promise<Failure & { readonly word: string }> {
  const failure = await typed(text).then(
    () => null,
    (error: unknown) => (error instanceof Refusal ? error.failure : Promise.reject(error)),
  );
  if (!failure) throw new Error(`«${text}» was accepted`);
  return { ...failure, word: text.slice(failure.at?.start ?? 0, failure.at?.end ?? 0) };
}

async function fieldRefusal(code: string, values: Readonly<Record<string, string>>): Promise<unknown> {
  try {
    return await filledIn(code, values);
  } catch (error) {
    if (error instanceof FieldRefusal) return { field: error.field, code: error.failure.code };
    throw error;
  }
}

describe('typed and by form it is the same', () => {
  test.each<[string, string, Record<string, string>]>([
    [
      '/task add Kurse planen @anna @ben bis 22.01.',
      'task.add',
      { text: 'Kurse planen', who: '@anna, ben', by: '22.01.' },
    ],
    ['/aufgabe neu Kurse planen', 'task.add', { text: 'Kurse planen' }],
    ['/task add bis 22.1.2027 Kurse planen @anna', 'task.add', { text: 'Kurse planen', who: 'anna', by: '2027-01-22' }],
    ['/task done a3', 'task.done', { task: 'A-3' }],
    ['/task done', 'task.done', {}],
    ['/task due A-3 bis Freitag 14 Uhr', 'task.due', { task: 'A-3', date: 'Freitag 14:00' }],
    ['/task snooze A-3 1 Woche', 'task.snooze', { task: 'A-3', length: '1 Woche' }],
    ['/task decline A-3 weil ich weg bin', 'task.decline', { task: 'A-3', reason: 'ich weg bin' }],
    ['/task list überfällige', 'task.list', { which: 'list.late' }],
    [
      '/group new „AG Bildung“ feld "Sprache und Bildung"',
      'group.new',
      { name: 'AG Bildung', field: 'Sprache und Bildung' },
    ],
    ['/group new AG Bildung feld Bildung', 'group.new', { name: 'AG Bildung', field: 'Bildung' }],
    [
      '/group add @anna als Leitung art Verwaltung org »Amt für Soziales«',
      'group.add',
      { who: 'anna', role: 'role.lead', kind: 'kind.administration', organisation: 'Amt für Soziales' },
    ],
    ['/group add @anna @anna', 'group.add', { who: '@anna @Anna' }],
    ['/group add @anna vertretung von @ben', 'group.add', { who: 'anna', deputyOf: '@ben' }],
    ['/group archive bestätigen', 'group.archive', { confirmed: 'true' }],
    ['/group archive', 'group.archive', { confirmed: '' }],
    [
      '/process setup "IK" region BY-KATH language en',
      'process.setup',
      { name: 'IK', region: 'BY-KATH', language: 'en' },
    ],
    ['/process set region BY-A', 'process.set', { setting: 'setting.region', value: 'BY-A' }],
    ['/me absent 12.10.–23.10. vertretung @ben', 'me.absent', { span: '12.10. bis 23.10.', deputy: 'ben' }],
    ['/me absent bis Freitag', 'me.absent', { span: '11.01.2027 bis 15.01.2027' }],
    ['/me absent 08.01.–15.01.', 'me.absent', { span: '08.01.2027 bis 15.01.2027' }],
    ['/me absent 20.12.–02.01.', 'me.absent', { span: '20.12.2027 bis 02.01.2028' }],
    ['/me absent 08.01.–20.12.', 'me.absent', { span: '08.01.2027 bis 20.12.2027' }],
    ['/me reminders aus', 'me.reminders', { switch: 'switch.off' }],
    [
      '/input open "Was fehlt?" bis 11.02. anonym',
      'input.open',
      { question: 'Was fehlt?', until: '11.02.', anonymous: 'on' },
    ],
    [
      '/result draft Ziel "Alle lernen" In jedem Stadtteil',
      'result.draft',
      { resultKind: 'resultKind.goal', title: 'Alle lernen', text: 'In jedem Stadtteil' },
    ],
    ['/result link E-2 mit E-1', 'result.link', { result: 'E-2', target: 'E-1' }],
    ['/vote no B-3 weil die Kosten fehlen', 'vote.no', { vote: 'b3', reason: 'die Kosten fehlen' }],
    [
      '/vote open E-4 regel zwei-drittel bis Freitag geheim',
      'vote.open',
      { result: 'E-4', rule: 'profile.zwei-drittel', until: 'Freitag', secret: 'true' },
    ],
  ])('%s', async (text, code, values) => {
    expect(await filledIn(code, values)).toEqual(await typed(text));
  });

  test('for any text that a person may give', async () => {
    const words = fc.stringMatching(/^[A-Za-zäöüß*_<>&.,!?…’ -]{1,60}$/).filter((text) => text.trim() !== '');
    await fc.assert(
      fc.asyncProperty(words, async (text) => {
        const commented = await typed(`/task comment A-3 ${text}`).catch(() => null);
        if (commented) expect(await filledIn('task.comment', { task: 'A-3', text })).toEqual(commented);
      }),
    );
  });

  test('for any title in quotes', async () => {
    const title = fc.stringMatching(/^[A-Za-zäöü*@<>&.,!? bisAls-]{1,40}$/).filter((text) => text.trim() !== '');
    await fc.assert(
      fc.asyncProperty(title, async (text) => {
        expect(await filledIn('group.rename', { name: text })).toEqual(await typed(`/group rename „${text}“`));
      }),
    );
  });
});

describe('text', () => {
  test('keeps its line breaks, its stars and what looks like markup', async () => {
    const text = 'Für Bürger*innen:\n- 2*3*4\n- _x_ <b> &amp; `code`';

    expect(await typed(`/task comment A-3 ${text}`)).toMatchObject({ text });
  });

  test('does not end where a mention or a date is taken out of its middle', async () => {
    expect(await typed('/task add Kurse @anna planen bis 22.01. und melden')).toMatchObject({
      text: 'Kurse planen und melden',
      by: { date: '2027-01-22', time: null },
    });
  });

  test('may hold the word for «until», when it stands in quotes', async () => {
    expect(await typed('/task add "Warten bis der Antrag da ist"')).toMatchObject({
      text: 'Warten bis der Antrag da ist',
      by: null,
    });
  });

  test('that is too long is refused either way, and just as long is not', async () => {
    const most = 'x'.repeat(MAX_TEXT);

    expect(await typed(`/task comment A-3 ${most}`)).toMatchObject({ text: most });
    expect(await refusalOf(`/task comment A-3 ${most}x`)).toMatchObject({ code: 'text.long' });
    expect(await fieldRefusal('task.comment', { task: 'A-3', text: `${most}x` })).toEqual({
      field: 'text',
      code: 'text.long',
    });
  });

  test('of titles and names is shorter', async () => {
    const long = 'x'.repeat(MAX_TITLE + 1);

    for (const text of [
      `/group rename "${long}"`,
      `/group rename ${long}`,
      `/group add @a org ${long}`,
      `/me language ${long}`,
    ]) {
      expect(await refusalOf(text)).toMatchObject({ code: 'title.long' });
    }
    expect(await fieldRefusal('group.add', { who: 'a', organisation: long })).toEqual({
      field: 'organisation',
      code: 'title.long',
    });
  });
});

describe('what does not fit is pointed at', () => {
  test.each<[string, string, string]>([
    ['/task add', 'text.missing', ''],
    ['/task add Kurse bis Sankt-Nimmerlein', 'date.notUnderstood', 'Sankt-Nimmerlein'],
    ['/task add Kurse bis 31.02.', 'date.impossible', '31.02.'],
    ['/task add Kurse bis', 'date.missing', 'bis'],
    ['/task done B-3', 'ref.task', 'B-3'],
    ['/task done fertig', 'args.extra', 'fertig'],
    ['/task snooze A-3 bald', 'span.unclear', ''],
    ['/vote yes A-3', 'ref.vote', 'A-3'],
    ['/group add', 'person.missing', ''],
    ['/group add anna', 'person.missing', ''],
    ['/group add @anna als König', 'choice.unknown', 'König'],
    ['/group add @anna als', 'choice.unknown', ''],
    ['/group add @anna art Sonstige', 'choice.unknown', 'Sonstige'],
    ['/group add @anna org', 'clause.empty', 'org'],
    ['/group add @anna Leitung', 'args.extra', 'Leitung'],
    ['/group add @anna vertretung von ben', 'person.missing', 'ben'],
    ['/group new', 'title.missing', ''],
    ['/group new ""', 'title.missing', ''],
    ['/group rename "A" "B"', 'args.extra', '"B"'],
    ['/process setup region BY-KATH', 'title.missing', ''],
    ['/process set farbe blau', 'choice.unknown', 'farbe'],
    ['/process set', 'choice.unknown', ''],
    ['/me language', 'word.missing', ''],
    ['/me language en de', 'args.extra', 'de'],
    ['/me reminders vielleicht', 'choice.unknown', 'vielleicht'],
    ['/me absent irgendwann', 'date.notUnderstood', ''],
    ['/me absent nächsten Freitag', 'date.ambiguous', ''],
    ['/me absent 1.3. bis 2.3. bis 3.3.', 'date.notUnderstood', ''],
    ['/me absent 1.3.-2.3. vertretung ben', 'person.missing', 'ben'],
    ['/result link E-1', 'ref.result', ''],
    ['/result draft Gedicht "x"', 'choice.unknown', 'Gedicht'],
  ])('%s: %s at «%s»', async (text, code, word) => {
    expect(await refusalOf(text)).toMatchObject({ code, word });
  });

  test.each<[string, Record<string, string>, string, string]>([
    ['task.add', {}, 'text', 'field.missing'],
    ['task.add', { text: '  ' }, 'text', 'field.missing'],
    ['task.add', { text: 'Kurse', by: 'nie' }, 'by', 'date.notUnderstood'],
    ['task.done', { task: 'B-3' }, 'task', 'ref.task'],
    ['task.snooze', { task: 'A-3', length: 'bald' }, 'length', 'span.unclear'],
    ['group.add', { who: ' , ' }, 'who', 'person.missing'],
    ['group.add', { who: 'anna', role: 'role.king' }, 'role', 'choice.unknown'],
    ['process.set', { setting: 'nothing', value: 'x' }, 'setting', 'choice.unknown'],
    ['process.set', { setting: 'setting.name' }, 'value', 'field.missing'],
    ['me.absent', { span: 'irgendwann' }, 'span', 'date.notUnderstood'],
  ])('in the form of %s %j: the field %s', async (code, values, field, failure) => {
    expect(await fieldRefusal(code, values)).toEqual({ field, code: failure });
  });

  test('a field that no argument has is left alone', async () => {
    expect(await filledIn('task.done', { task: 'A-3', __proto__: 'x', extra: 'y' })).toMatchObject({
      task: { number: 3 },
    });
  });
});

test('whatever is typed behind any command is understood or refused within the text, and nothing else', async () => {
  const words = fc.constantFrom(
    'bis',
    '22.01.',
    '@anna',
    'als',
    'Leitung',
    '„',
    '“',
    '"x y"',
    'A-3',
    'R-2.7',
    'weil',
    'von',
    '\n',
    'mit',
    'org',
    '*',
  );
  const rest = fc.array(fc.oneof(words, fc.string({ maxLength: 8 })), { maxLength: 7 });
  const any = fc.constantFrom(
    ...families.flatMap(({ name, commands }) => commands.map(({ verb }) => `/${name} ${verb}`)),
  );
  await fc.assert(
    fc.asyncProperty(any, rest, async (command, more) => {
      const text = `${command} ${more.join(' ')}`;
      try {
        await typed(text);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const { start, end } = error.failure.at ?? { start: 0, end: 0 };
        expect(0 <= start && start <= end && end <= text.length).toBe(true);
      }
    }),
    { numRuns: 600 },
  );
});

test('whatever is filled into any form is understood or refused at one of its fields', async () => {
  const all = families.flatMap(({ commands }) => commands);
  const command = fc.constantFrom(...all);
  const value = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom('A-3', 'E-1', 'B-2', 'R-1', 'morgen', 'anna', 'true', '1 Woche'),
  );
  await fc.assert(
    fc.asyncProperty(command, fc.array(value, { minLength: 8, maxLength: 8 }), async (picked, filled) => {
      const names = Object.keys(picked.args);
      const values = Object.fromEntries(names.map((name, index) => [name, filled[index] ?? '']));
      try {
        await readForm(picked, values, reading());
      } catch (error) {
        if (!(error instanceof FieldRefusal)) throw error;
        expect(names).toContain(error.field);
      }
    }),
    { numRuns: 600 },
  );
});
