/** How a command is typed, in words: `/aufgabe neu <Text> [@wer …] [bis <Datum>]`. */
import { translate } from '../text/catalogue.ts';
import { typed } from '../text/words.ts';
import { type Command, codeOf } from './declaration.ts';

export function usageOf(locale: string, command: Command): string {
  const args = Object.entries(command.args).map(([name, spec]) => spec.usage(locale, argLabel(locale, name)));
  return [typed(locale, command.family, command.verb), ...args].join(' ');
}

export function argLabel(locale: string, name: string): string {
  return translate(locale, `arg.${name}`);
}

export function summaryOf(locale: string, command: Command): string {
  return translate(locale, `summary.${codeOf(command)}`);
}

export function whoOf(locale: string, command: Pick<Command, 'who'>): string {
  return translate(locale, `who.${command.who}`);
}

/** A line that works as it stands. */
export function exampleOf(locale: string, command: Command): string {
  return [typed(locale, command.family, command.verb), translate(locale, `example.${codeOf(command)}`)]
    .join(' ')
    .trim();
}
