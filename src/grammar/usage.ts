/** How a command is typed, in words: `/aufgabe neu <Text> [@wer …] [bis <Datum>]`. */

import type { FieldKind } from '../ports/bot.ts';
import { declaredKey, translate } from '../text/catalogue.ts';
import { typed } from '../text/words.ts';
import type { ArgSpec } from './args/spec.ts';
import { type Command, codeOf } from './declaration.ts';

export function usageOf(locale: string, command: Command): string {
  const args = namedArgs(command).map(([name, spec]) => spec.usage(locale, argLabel(locale, name)));
  return [typed(locale, command.family, command.verb), ...args].join(' ');
}

/** The arguments that people give; what only a button gives has no name. */
export function namedArgs({ args }: Pick<Command, 'args'>): readonly (readonly [name: string, spec: NamedArg])[] {
  return Object.entries(args).flatMap(([name, spec]) => (isNamed(spec) ? [[name, spec] as const] : []));
}

type NamedArg = ArgSpec<unknown> & { readonly field: FieldKind };

function isNamed(spec: ArgSpec<unknown>): spec is NamedArg {
  return spec.field !== null;
}

export function argLabel(locale: string, name: string): string {
  return translate(locale, declaredKey(`arg.${name}`));
}

export function summaryOf(locale: string, command: Command): string {
  return translate(locale, declaredKey(`summary.${codeOf(command)}`));
}

export function whoOf(locale: string, command: Pick<Command, 'who'>): string {
  return translate(locale, `who.${command.who}`);
}

/** A line that works as it stands. */
export function exampleOf(locale: string, command: Command): string {
  return [typed(locale, command.family, command.verb), translate(locale, declaredKey(`example.${codeOf(command)}`))]
    .join(' ')
    .trim();
}
