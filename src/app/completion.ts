/** The commands as data for a platform: what to offer while somebody types, and which forms there are. */

import { families } from '../features/families.ts';
import { type Command, codeOf } from '../grammar/declaration.ts';
import { argLabel, exampleOf, namedArgs, summaryOf, usageOf } from '../grammar/usage.ts';
import type { CommandInfo } from '../ports/bot.ts';
import { typed, wordFor } from '../text/words.ts';

export function commandInfos(locale: string): readonly CommandInfo[] {
  return families.flatMap((family) => family.commands.map((command) => infoOf(locale, command)));
}

function infoOf(locale: string, command: Command): CommandInfo {
  return {
    code: codeOf(command),
    words: typed(locale, command.family, command.verb),
    usage: usageOf(locale, command),
    summary: summaryOf(locale, command),
    example: exampleOf(locale, command),
    fields: namedArgs(command).map(([name, spec]) => ({
      name,
      label: argLabel(locale, name),
      kind: spec.field,
      required: spec.required,
      choices: spec.choices.map((value) => ({ value, label: wordFor(locale, value) })),
    })),
  };
}
