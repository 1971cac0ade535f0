/** What the bot asks in a form conversation. */
import type { Card, Node } from '../../../src/message/model.ts';
import type { CommandInfo, FormField } from '../../../src/ports/bot.ts';
import { type Phrases, phrases, text } from '../../../src/text/phrases.ts';
import { wordFor } from '../../../src/text/words.ts';

/** How each kind of field is answered. */
const HINTS: {
  readonly [Kind in FormField['kind']]: `matrix.form.${'date' | 'person' | 'choice' | 'switch'}` | null;
} = {
  line: null,
  text: null,
  date: 'matrix.form.date',
  person: 'matrix.form.person',
  choice: 'matrix.form.choice',
  switch: 'matrix.form.switch',
};

export function beginCard(locale: string, info: CommandInfo, first: FormField): Card {
  const say = phrases(locale);
  const leave = text(wordFor(say.locale, 'form.leave'), 'code');
  const begin: Node = { n: 'paragraph', text: say.line('matrix.form.begin', { leave }) };
  return { title: info.summary, body: [begin, ...question(say, info, first)], attention: 'quiet' };
}

export function questionCard(locale: string, info: CommandInfo, field: FormField): Card {
  return { title: '', body: question(phrases(locale), info, field), attention: 'quiet' };
}

/** There is no form of that name. */
export function whichCard(locale: string): Card {
  const say = phrases(locale);
  const words = [wordFor(say.locale, 'form'), wordFor(say.locale, 'task'), wordFor(say.locale, 'task.add')];
  const example = text(words.join(' '), 'code');
  return {
    title: '',
    body: [{ n: 'paragraph', text: say.line('matrix.form.which', { example }) }],
    attention: 'quiet',
  };
}

function question(say: Phrases, info: CommandInfo, field: FormField): readonly Node[] {
  const at = info.fields.indexOf(field) + 1;
  const counted = say.say('matrix.form.count', { at, all: info.fields.length });
  const hint = HINTS[field.kind];
  const choices = field.choices.map(({ label }) => label).join(', ');
  const hints = [
    ...(hint === null ? [] : [say.say(hint, { choices })]),
    ...(field.required ? [] : [say.say('matrix.form.optional')]),
  ];
  return [
    { n: 'paragraph', text: [text(field.label, 'bold'), text(` ${counted}`)] },
    ...(hints.length === 0 ? [] : [{ n: 'paragraph', text: [text(hints.join(' '))], tone: 'muted' } as const]),
  ];
}
