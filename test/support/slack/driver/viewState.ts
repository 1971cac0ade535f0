/** `view.state.values` as Slack builds it: from what the view starts with and what a person changed. */
import { isObject, type Json } from '../blocks/check.ts';
import { elementsOf } from '../blocks/validate.ts';
import type { SlackView } from '../state/model.ts';
import { chosen, type Filled, initial } from './choice.ts';

/** By `block_id`, `action_id` or the label of the field. */
export type Values = Readonly<Record<string, Filled>>;

const STATELESS = new Set(['button', 'workflow_button', 'overflow', 'image', 'plain_text', 'mrkdwn']);

/** @throws Error where Slack's client would not let the person submit, or there is no such field */
export function stateOf(view: SlackView, values: Values): Json {
  const unused = new Set(Object.keys(values));
  const state: Record<string, Json> = {};
  for (const block of view.blocks) {
    for (const element of elementsOf(block)) {
      if (STATELESS.has(String(element.type))) continue;
      const label = isObject(block.label) ? String(block.label.text) : '';
      const name = [String(block.block_id), String(element.action_id), label].find((one) => Object.hasOwn(values, one));
      const entry = name === undefined ? initial(element) : chosen(element, values[name] ?? null);
      if (name !== undefined) unused.delete(name);
      if (block.type === 'input') mustBeComplete(block, element, entry, label);
      state[String(block.block_id)] = {
        ...state[String(block.block_id)],
        [String(element.action_id)]: { type: element.type, ...entry },
      };
    }
  }
  if (unused.size > 0) throw new Error(`The view has no field ${[...unused].join(', ')}`);
  return state;
}

function mustBeComplete(block: Json, element: Json, entry: Json, label: string): void {
  const [value] = Object.values(entry);
  const empty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
  if (empty && block.optional !== true) throw new Error(`Please complete this required field: ${label}`);
  if (typeof value !== 'string' || empty) return;
  const { min_length = 0, max_length = Number.POSITIVE_INFINITY } = element;
  if (value.length < Number(min_length) || value.length > Number(max_length)) {
    throw new Error(`${label} takes ${String(min_length)} to ${String(max_length)} characters`);
  }
}
