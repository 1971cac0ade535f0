/** Interactive elements and where each may stand. */
import { BLOCK_LIMITS as L } from './blockLimits.ts';
import {
  boolean,
  both,
  type Check,
  fields,
  integer,
  isObject,
  list,
  literal,
  matching,
  object,
  oneOf,
  text,
} from './check.ts';
import {
  choiceOption,
  confirmation,
  conversationFilter,
  dispatchConfig,
  optionGroup,
  overflowOption,
  plainOption,
  plainText,
} from './objects.ts';
import { richText } from './richText.ts';

type Fields = Readonly<Record<string, Check>>;

const action_id = text(L.actionId);
const confirm = confirmation;
const focus_on_load = boolean;
const placeholder = plainText(L.placeholder);
const dispatch_action_config = dispatchConfig;
const max_selected_items = integer(1, Number.MAX_SAFE_INTEGER);
const userId = matching(/^[UW][A-Z0-9]+$/, 'user id');
const conversationId = matching(/^[CGD][A-Z0-9]+$/, 'conversation id');
const style = oneOf('primary', 'danger');
const accessibility_label = text(L.accessibilityLabel);

function element(type: string, required: Fields, optional: Fields): Check {
  return object({ type: literal(type), ...required }, { action_id, ...optional });
}

/** What is chosen from the start must be among the options, exactly as they are. */
const initialAmongOptions: Check = (value, at, found) => {
  if (!isObject(value)) return;
  const grouped = Array.isArray(value.option_groups) ? value.option_groups : [];
  const options = [value.options, ...grouped.map((group) => (isObject(group) ? group.options : []))].flat();
  const known = new Set(options.map((option) => JSON.stringify(option)));
  const initial = Array.isArray(value.initial_options) ? value.initial_options : [value.initial_option];
  for (const one of initial) {
    if (one !== undefined && !known.has(JSON.stringify(one))) {
      found.push({ at, message: 'initial option must match one of the options' });
    }
  }
};

function menu(type: string, own: Fields, several: boolean): Check {
  const optional = { placeholder, confirm, focus_on_load, ...own };
  return element(type, {}, several ? { ...optional, max_selected_items } : optional);
}

function staticMenu(type: string, several: boolean): Check {
  const initial: Fields = several ? { initial_options: list(plainOption) } : { initial_option: plainOption };
  const options = list(plainOption, L.selectOptions, 1);
  const option_groups = list(optionGroup, L.optionGroups, 1);
  return both(
    menu(type, { ...initial, options, option_groups }, several),
    fields(['options', 'option_groups'], 'one'),
    initialAmongOptions,
  );
}

const conversations: Fields = { default_to_current_conversation: boolean, filter: conversationFilter };
const min_query_length = integer(0, Number.MAX_SAFE_INTEGER);
const response_url_enabled = boolean;

const menus: Fields = {
  static_select: staticMenu('static_select', false),
  multi_static_select: staticMenu('multi_static_select', true),
  external_select: menu('external_select', { initial_option: plainOption, min_query_length }, false),
  multi_external_select: menu('multi_external_select', { initial_options: list(plainOption), min_query_length }, true),
  users_select: menu('users_select', { initial_user: userId }, false),
  multi_users_select: menu('multi_users_select', { initial_users: list(userId) }, true),
  channels_select: menu('channels_select', { initial_channel: conversationId, response_url_enabled }, false),
  multi_channels_select: menu('multi_channels_select', { initial_channels: list(conversationId) }, true),
  conversations_select: menu(
    'conversations_select',
    { ...conversations, initial_conversation: conversationId, response_url_enabled },
    false,
  ),
  multi_conversations_select: menu(
    'multi_conversations_select',
    { ...conversations, initial_conversations: list(conversationId) },
    true,
  ),
};

const choices = list(choiceOption, L.choiceOptions, 1);
const day = matching(/^\d{4}-(0\d|1[0-2])-([0-2]\d|3[01])$/, 'date (YYYY-MM-DD)');
const time = matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'time (HH:mm)');

const pickers: Fields = {
  checkboxes: both(
    element('checkboxes', { options: choices }, { initial_options: list(choiceOption), confirm, focus_on_load }),
    initialAmongOptions,
  ),
  radio_buttons: both(
    element('radio_buttons', { options: choices }, { initial_option: choiceOption, confirm, focus_on_load }),
    initialAmongOptions,
  ),
  datepicker: element('datepicker', {}, { initial_date: day, placeholder, confirm, focus_on_load }),
  timepicker: element(
    'timepicker',
    {},
    {
      initial_time: time,
      timezone: matching(/^[A-Z][\w+-]*(\/[\w+-]+)*$/, 'time zone'),
      placeholder,
      confirm,
      focus_on_load,
    },
  ),
  datetimepicker: element(
    'datetimepicker',
    {},
    { initial_date_time: integer(1_000_000_000, 9_999_999_999), confirm, focus_on_load },
  ),
};

function typedInput(type: string, required: Fields, own: Fields): Check {
  return element(type, required, { placeholder, focus_on_load, dispatch_action_config, ...own });
}

const lines = integer(1, L.richTextInputLines);
const richTextInput = typedInput(
  'rich_text_input',
  {},
  { initial_value: richText, min_lines: lines, max_lines: lines },
);
const numeral = matching(/^-?\d+(\.\d+)?$/, 'number');
const freeText = text(L.plainTextInput, 0);

const inputs: Fields = {
  plain_text_input: typedInput(
    'plain_text_input',
    {},
    {
      initial_value: freeText,
      multiline: boolean,
      min_length: integer(0, L.plainTextInput),
      max_length: integer(1, L.plainTextInput),
    },
  ),
  email_text_input: typedInput('email_text_input', {}, { initial_value: freeText }),
  url_text_input: typedInput('url_text_input', {}, { initial_value: freeText }),
  number_input: typedInput(
    'number_input',
    { is_decimal_allowed: boolean },
    { initial_value: numeral, min_value: numeral, max_value: numeral },
  ),
  file_input: element('file_input', {}, { filetypes: list(text(L.actionId)), max_files: integer(1, L.inputFiles) }),
  rich_text_input: richTextInput,
};

export const button = element(
  'button',
  { text: plainText(L.buttonText) },
  { value: text(L.buttonValue), url: text(L.url), style, confirm, accessibility_label },
);

const overflow = element('overflow', { options: list(overflowOption, L.overflowOptions, 1) }, { confirm });

const workflowButton = element(
  'workflow_button',
  {
    text: plainText(L.buttonText),
    workflow: object({
      trigger: object(
        { url: text(L.url) },
        { customizable_input_parameters: list(object({ name: text(L.actionId), value: text(L.buttonValue) })) },
      ),
    }),
  },
  { style, confirm, accessibility_label },
);

const pressable: Fields = { button, overflow, workflow_button: workflowButton };

/** A section takes every picker but the one for date and time together. */
const { datetimepicker: _, ...sectionPickers } = pickers;

export const sectionAccessories: Fields = { ...menus, ...sectionPickers, ...pressable };
export const actionElements: Fields = { ...menus, ...pickers, ...pressable, rich_text_input: richTextInput };
export const inputElements: Fields = { ...menus, ...pickers, ...inputs };

const feedback = object({ text: plainText(L.buttonText), value: text(L.buttonValue) }, { accessibility_label });

export const contextActionElements: Fields = {
  feedback_buttons: element('feedback_buttons', { positive_button: feedback, negative_button: feedback }, {}),
  icon_button: element(
    'icon_button',
    { icon: text(L.actionId), text: plainText(L.buttonText) },
    { value: text(L.buttonValue), accessibility_label, confirm, visible_to_user_ids: list(userId) },
  ),
};
