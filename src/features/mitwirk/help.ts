/** Help derived from the declarations. */
import { card, heading, list, paragraph, text } from '../../cards/build.ts';
import type { Command, Family, Who } from '../../grammar/declaration.ts';
import { refuseFamily } from '../../grammar/unknown.ts';
import { exampleOf, summaryOf, usageOf, whoOf } from '../../grammar/usage.ts';
import type { Card, Node } from '../../message/model.ts';
import { declaredKey } from '../../text/catalogue.ts';
import type { Phrases } from '../../text/phrases.ts';
import { fold, isSaid, typed, wordFor } from '../../text/words.ts';

/** Need no word in the help: whoever reads it may. */
const OPEN: ReadonlySet<Who> = new Set(['everyone', 'participant']);

/** Every family in a line. */
export function overviewHelp(say: Phrases, families: readonly Family[]): Card {
  const lines = families.map((family) => [
    text(`/${wordFor(say.locale, family.name)}`, 'code'),
    text(` – ${say.say(declaredKey(`family.${family.name}`))}`),
  ]);
  const more = text(typed(say.locale, 'mitwirk', 'help', wordFor(say.locale, 'task')), 'code');
  return card(say.say('help.title'), [
    paragraph(say.line('help.intro')),
    list(lines),
    paragraph(say.line('help.more', { command: more })),
  ]);
}

/** Every verb of a family with usage, summary, an example and who may; of a longer subject such as `/task add` the family counts. @throws Refusal `command.family` */
export function familyHelp(say: Phrases, families: readonly Family[], subject: string): Card {
  const [word = ''] = subject.replace(/^[/!]/, '').split(/\s/);
  const wanted = fold(word);
  const family = families.find(({ name }) => isSaid(name, wanted));
  if (!family) return refuseFamily({ word }, families);
  const body = family.commands.flatMap((command) => [
    heading(summaryOf(say.locale, command)),
    paragraph([text(usageOf(say.locale, command), 'code')]),
    ...exampleLine(say, command),
    ...whoLine(say, command),
  ]);
  return card(say.say(declaredKey(`family.${family.name}`)), body);
}

function whoLine(say: Phrases, { who }: Command): readonly Node[] {
  return OPEN.has(who) ? [] : [paragraph(say.line('help.who', { who: whoOf(say.locale, { who }) }), 'muted')];
}

/** Where nothing can follow the verb, the usage is the example. */
function exampleLine(say: Phrases, command: Command): readonly Node[] {
  const example = exampleOf(say.locale, command);
  if (example === usageOf(say.locale, command)) return [];
  return [paragraph([text(`${say.say('refusal.example')} `), text(example, 'code')], 'muted')];
}
