/** What only a button gives, such as the number of a row that nobody types. */
import type { ArgSpec } from './spec.ts';

/** Empty where it was not given by a button. */
export function pressedOnly(): ArgSpec<string> {
  return {
    phase: 'clause',
    required: false,
    field: null,
    choices: [],
    absent: '',
    usage: () => '',
    read: async () => '',
    readField: async (value) => value,
  };
}
