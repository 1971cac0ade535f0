/** How a command is typed, in words: `/aufgabe neu <Text> [@wer …] [bis <Datum>]`. */
import { declaredKey, translate } from '../text/catalogue.ts';
import { typed } from '../text/words.ts';
import { type Command, codeOf } from './declaration.ts';

export function usageOf(locale: string, command: Command): string {
  const args = Object.entries(command.args).map(([name, spec]) => spec.usage(locale, argLabel(locale, name)));
  return [typed(locale, command.family, command.verb), ...args].join(' ');
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
