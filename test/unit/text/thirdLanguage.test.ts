/** Forms, menus and pages in a language that nobody wrote code for: nothing of another language is left in them. */
import '../../support/machineLanguage.ts';

import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { pageHtml } from '../../../adapters/local/web/html.ts';
import { textsOf } from '../../../adapters/local/web/texts.ts';
import { beginCard, questionCard, whichCard } from '../../../adapters/matrix/receive/formCards.ts';
import { contentsOf } from '../../../adapters/matrix/render/content.ts';
import { familyNames } from '../../../adapters/matrix/render/familyNames.ts';
import { chooserView, closingView, formView } from '../../../adapters/slack/forms/views.ts';
import { slackManifest } from '../../../adapters/slack/manifest.ts';
import { homeView } from '../../../adapters/slack/render/home.ts';
import { messagesOf } from '../../../adapters/slack/render/message.ts';
import { commandInfos } from '../../../src/app/completion.ts';
import { families } from '../../../src/features/families.ts';
import { familyHelp, overviewHelp } from '../../../src/features/mitwirk/help.ts';
import type { Card } from '../../../src/message/model.ts';
import { plainLines } from '../../../src/message/plain.ts';
import { LANGUAGES, languageOf, translate } from '../../../src/text/catalogue.ts';
import { parseSpan } from '../../../src/text/dates/span.ts';
import { phrases } from '../../../src/text/phrases.ts';
import { wordFor } from '../../../src/text/words.ts';
import { latinWords } from '../../support/latinWords.ts';
import { MACHINE } from '../../support/machineLanguage.ts';

const say = phrases(MACHINE);
const commands = commandInfos(MACHINE);
const help: readonly Card[] = [
  overviewHelp(say, families),
  ...families.map(({ name }) => familyHelp(say, families, wordFor(MACHINE, name))),
];
/** What the examples of the template give as data. */
const DATA = ['BY-KATH'];

/** Every string that Slack shows of a view or a message. */
function shownIn(value: unknown, key = ''): readonly string[] {
  if (typeof value === 'string')
    return ['text', 'description', 'accessibility_label', 'alt_text'].includes(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one) => shownIn(one, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => shownIn(inner, name));
}

describe('nothing is left', () => {
  test('in the help', () => {
    expect(latinWords(help.flatMap(plainLines), DATA)).toEqual([]);
  });

  test('in what is offered while somebody types', () => {
    const texts = commands.flatMap(({ words, usage, summary, example, fields }) => [
      ...[words, usage, summary, example],
      ...fields.flatMap(({ label, choices }) => [label, ...choices.map((choice) => choice.label)]),
    ]);

    expect(texts.length).toBeGreaterThan(300);
    expect(latinWords(texts, DATA)).toEqual([]);
  });

  test('in the forms on Slack, its messages, its home and its menu', () => {
    const memory = { locale: MACHINE, command: null, place: null, threadTs: null, permalink: null };
    const [card] = help as [Card];
    const views = [
      ...commands.map((command) => formView({ command, memory })),
      chooserView(commands, memory),
      closingView(card, MACHINE),
      homeView(card, MACHINE),
      ...help.flatMap((one) => messagesOf(one, { locale: MACHINE })),
    ];
    const { display_information: about, features } = slackManifest({ locale: MACHINE, commands, url: null });
    const menu = [
      ...[about.description, about.long_description],
      ...features.shortcuts.flatMap(({ name, description }) => [name, description]),
      ...features.slash_commands.flatMap(({ description, usage_hint }) => [description, usage_hint]),
    ];

    expect(shownIn(views).length).toBeGreaterThan(300);
    expect(
      latinWords(
        [...shownIn(views), ...menu].map((text) => text.replaceAll(/&\w+;/g, ' ')),
        DATA,
      ),
    ).toEqual([]);
  });

  test('in the questions and messages on Matrix', () => {
    const questions = commands.flatMap((info) =>
      info.fields.flatMap((field) => [beginCard(MACHINE, info, field), questionCard(MACHINE, info, field)]),
    );
    const rendering = { people: new Map(), families: familyNames(), notify: [] };
    const messages = [...questions, whichCard(MACHINE), ...help].flatMap((card) => contentsOf(card, rendering));
    const html = messages.map(({ formatted_body }) => String(formatted_body).replaceAll(/<[^>]*>|&\w+;/g, ' '));

    expect(latinWords([...messages.map(({ body }) => String(body)), ...html], DATA)).toEqual([]);
  });

  test('on the local page', () => {
    const html = ['page/index.html', 'closed/closed.html'].map((file) =>
      pageHtml(readFileSync(`adapters/local/web/${file}`, 'utf8'), MACHINE),
    );
    const texts = html.flatMap((page) =>
      page.replaceAll(/<(style|script).*?<\/\1>/gs, '').replaceAll(/<[^>]*>|&\w+;/g, ' '),
    );
    const attributes = html.flatMap((page) => [...page.matchAll(/\b(?:title|alt|placeholder|aria-label)="([^"]*)"/g)]);
    const said = Object.values(textsOf(MACHINE).texts).map((text) => text.replaceAll(/\{\w+\}/g, ''));

    expect(latinWords([...texts, ...attributes.map(([, text = '']) => text), ...said], [])).toEqual([]);
  });
});

test.each(LANGUAGES.map(({ tag }) => tag))('a span that a button types is understood in %s', (tag) => {
  const { dates } = languageOf(tag);

  expect(parseSpan(translate(tag, 'task.span.day'), [dates])).toEqual({ amount: 1, unit: 'day' });
  expect(parseSpan(translate(tag, 'task.span.week'), [dates])).toEqual({ amount: 1, unit: 'week' });
});
