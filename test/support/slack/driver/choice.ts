/** What a person put into an element, in the shape Slack reports it in. */
import { isObject, type Json } from '../blocks/check.ts';

/** Text as typed, a date `2027-01-11`, ids of people, the value or label of an option; several as a list; null: emptied. */
export type Filled = string | readonly string[] | null;

/** @throws Error when the element does not offer that */
export function chosen(element: Json, value: Filled): Json {
  const one = typeof value === 'string' ? value : (value?.[0] ?? null);
  const several = typeof value === 'string' ? [value] : (value ?? []);
  switch (element.type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return { value: one };
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
    case 'overflow':
      return { selected_option: one === null ? null : option(element, one) };
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return { selected_options: several.map((each) => option(element, each)) };
    case 'users_select':
      return { selected_user: one };
    case 'multi_users_select':
      return { selected_users: several };
    case 'channels_select':
      return { selected_channel: one };
    case 'multi_channels_select':
      return { selected_channels: several };
    case 'conversations_select':
      return { selected_conversation: one };
    case 'multi_conversations_select':
      return { selected_conversations: several };
    case 'datepicker':
      return { selected_date: one };
    case 'timepicker':
      return { selected_time: one };
    case 'datetimepicker':
      return { selected_date_time: one === null ? null : Number(one) };
    case 'rich_text_input':
      return { rich_text_value: one === null ? null : paragraph(one) };
    case 'file_input':
      return { files: [] };
    default:
      throw new Error(`Nothing can be chosen in ${String(element.type)}`);
  }
}

function option(element: Json, wanted: string): Json {
  const grouped = Array.isArray(element.option_groups) ? element.option_groups.filter(isObject) : [];
  const options = [element.options, ...grouped.map((group) => group.options)].flat().filter(isObject);
  const label = (one: Json) => (isObject(one.text) ? one.text.text : undefined);
  const found = options.find((one) => one.value === wanted || label(one) === wanted);
  if (found) return found;
  throw new Error(`There is no option ${wanted}; there is: ${options.map(label).join(', ')}`);
}

function paragraph(text: string): Json {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] };
}

/** What stands in the element before anybody touches it. */
export function initial(element: Json): Json {
  const moment = element.initial_date_time;
  const start =
    element.initial_value ??
    element.initial_date ??
    element.initial_time ??
    element.initial_user ??
    element.initial_channel ??
    element.initial_conversation;
  if (element.type === 'rich_text_input') return { rich_text_value: element.initial_value ?? null };
  if (isObject(element.initial_option)) return { selected_option: element.initial_option };
  if (Array.isArray(element.initial_options)) return { selected_options: element.initial_options };
  const people = element.initial_users ?? element.initial_channels ?? element.initial_conversations;
  if (Array.isArray(people)) return chosen(element, people.map(String));
  return chosen(element, typeof start === 'string' ? start : moment === undefined ? null : String(moment));
}
