/** Reads the arguments of a command, from typed words or from a form. */
import { failure, Refusal } from '../domain/failure.ts';
import type { ArgSpec, ArgValues, ReadContext } from './args/spec.ts';
import type { Cursor } from './cursor.ts';
import type { Command } from './declaration.ts';

const PHASES: readonly ArgSpec<unknown>['phase'][] = ['clause', 'people', 'word', 'text'];

/** @throws Refusal pointing at the first word that does not fit */
export async function readArgs(command: Command, cursor: Cursor, context: ReadContext): Promise<ArgValues<never>> {
  const values: Record<string, unknown> = {};
  for (const phase of PHASES) {
    for (const [name, spec] of Object.entries(command.args)) {
      if (spec.phase === phase) values[name] = await spec.read(cursor, context);
    }
  }
  const extra = cursor.firstFree();
  if (extra !== null) cursor.refuse(failure('args.extra', { word: cursor.token(extra).word }), cursor.token(extra));
  return values as ArgValues<never>;
}

/** A refused form field, so that the form can show the reason beside it. */
export class FieldRefusal extends Refusal {
  readonly field: string;

  constructor(field: string, refusal: Refusal) {
    super(refusal.failure);
    this.field = field;
  }
}

/** @throws FieldRefusal */
export async function readForm(
  command: Command,
  values: Readonly<Record<string, string>>,
  context: ReadContext,
): Promise<ArgValues<never>> {
  const read: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(command.args)) {
    const value = (values[name] ?? '').trim();
    read[name] = await field(name, spec, value, context);
  }
  return read as ArgValues<never>;
}

async function field(name: string, spec: ArgSpec<unknown>, value: string, context: ReadContext): Promise<unknown> {
  try {
    if (value !== '') return await spec.readField(value, context);
    if (spec.required) throw new Refusal(failure('field.missing'));
    return spec.absent;
  } catch (error) {
    throw error instanceof Refusal ? new FieldRefusal(name, error) : error;
  }
}
