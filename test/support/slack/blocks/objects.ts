/** Composition objects: texts, options, confirmation dialogs, filters. */
import { BLOCK_LIMITS as L } from './blockLimits.ts';
import { boolean, both, byType, type Check, fields, list, literal, object, oneOf, text } from './check.ts';

export function plainText(max: number): Check {
  return byType({ plain_text: object({ type: literal('plain_text'), text: text(max) }, { emoji: boolean }) });
}

export function mrkdwn(max: number): Check {
  return byType({ mrkdwn: object({ type: literal('mrkdwn'), text: text(max) }, { verbatim: boolean }) });
}

export function anyText(max: number): Check {
  return byType({ plain_text: plainText(max), mrkdwn: mrkdwn(max) });
}

export const confirmation = object(
  { text: anyText(L.confirmText) },
  {
    title: plainText(L.confirmTitle),
    confirm: plainText(L.confirmButton),
    deny: plainText(L.confirmButton),
    style: oneOf('primary', 'danger'),
  },
);

/** For menus. */
export const plainOption = object(
  { text: plainText(L.optionText), value: text(L.optionValue) },
  { description: plainText(L.optionDescription) },
);

/** For check boxes and radio buttons. */
export const choiceOption = object(
  { text: anyText(L.optionText), value: text(L.optionValue) },
  { description: anyText(L.optionDescription) },
);

export const overflowOption = object(
  { text: plainText(L.optionText) },
  { value: text(L.optionValue), description: plainText(L.optionDescription), url: text(L.url) },
);

export const optionGroup = object({
  label: plainText(L.optionGroupLabel),
  options: list(plainOption, L.selectOptions, 1),
});

export const conversationFilter = both(
  object(
    {},
    {
      include: list(oneOf('im', 'mpim', 'private', 'public'), 4, 1),
      exclude_external_shared_channels: boolean,
      exclude_bot_users: boolean,
    },
  ),
  fields(['include', 'exclude_external_shared_channels', 'exclude_bot_users'], 'some'),
);

export const dispatchConfig = object(
  {},
  { trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), 2, 1) },
);

export const slackFile = both(object({}, { id: text(L.externalId), url: text(L.url) }), fields(['id', 'url'], 'one'));

export const imageElement = both(
  object({ type: literal('image'), alt_text: text(L.imageAltText) }, { image_url: text(L.url), slack_file: slackFile }),
  fields(['image_url', 'slack_file'], 'one'),
);
