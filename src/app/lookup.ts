/** Commands by their code name, as forms and completion name them. */
import { refuse } from '../domain/failure.ts';
import { families } from '../features/families.ts';
import { type Command, codeOf } from '../grammar/declaration.ts';

/** @throws Refusal `command.unknown`, `button.gone`: a form or a button of a version that is gone. */
export function commandNamed(code: string, from: 'form' | 'press' = 'form'): Command {
  const found = families.flatMap((family) => family.commands).find((command) => codeOf(command) === code);
  return found ?? refuse(from === 'form' ? 'command.unknown' : 'button.gone');
}
