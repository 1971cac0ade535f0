/** Every kind of block, and on which surface it may stand. */
import { BLOCK_LIMITS as L } from './blockLimits.ts';
import { boolean, both, byType, type Check, fields, integer, list, literal, object, oneOf, text } from './check.ts';
import { actionElements, button, contextActionElements, inputElements, sectionAccessories } from './elements.ts';
import { anyText, imageElement, mrkdwn, plainText, slackFile } from './objects.ts';
import { richText } from './richText.ts';

type Fields = Readonly<Record<string, Check>>;
export type Surface = 'message' | 'modal' | 'home';

const anyLength = Number.POSITIVE_INFINITY;

function block(type: string, required: Fields, optional: Fields = {}): Check {
  return object({ type: literal(type), ...required }, { block_id: text(L.blockId), ...optional });
}

const section = both(
  block(
    'section',
    {},
    {
      text: anyText(L.sectionText),
      fields: list(anyText(L.sectionFieldText), L.sectionFields, 1),
      accessory: byType({ ...sectionAccessories, image: imageElement }),
      expand: boolean,
    },
  ),
  fields(['text', 'fields'], 'some'),
);

const image = both(
  block(
    'image',
    { alt_text: text(L.imageAltText) },
    { title: plainText(L.imageTitle), image_url: text(L.url), slack_file: slackFile },
  ),
  fields(['image_url', 'slack_file'], 'one'),
);

const rawText = object({ type: literal('raw_text'), text: text(anyLength) });
const rawNumber = object({
  type: literal('raw_number'),
  text: text(anyLength),
  value: (value, at, found) => {
    if (typeof value !== 'number') found.push({ at, message: 'must be a number' });
  },
});
const cell = byType({ raw_text: rawText, raw_number: rawNumber, rich_text: richText });
const rows = list(list(cell, L.tableColumns, 1), L.tableRows, 1);

/** On every surface. */
const everywhere: Fields = {
  actions: block('actions', { elements: list(byType(actionElements), L.actionsElements, 1) }),
  alert: block(
    'alert',
    { text: anyText(L.textObject) },
    { level: oneOf('default', 'info', 'warning', 'error', 'success') },
  ),
  context: block('context', {
    elements: list(
      byType({ image: imageElement, plain_text: plainText(L.textObject), mrkdwn: mrkdwn(L.textObject) }),
      L.contextElements,
      1,
    ),
  }),
  divider: block('divider', {}),
  header: block('header', { text: plainText(L.headerText) }),
  image,
  input: block(
    'input',
    { label: plainText(L.inputLabel), element: byType(inputElements) },
    { hint: plainText(L.inputHint), optional: boolean, dispatch_action: boolean },
  ),
  rich_text: richText,
  section,
  video: block(
    'video',
    {
      video_url: text(L.url),
      thumbnail_url: text(L.url),
      alt_text: text(L.imageAltText),
      title: plainText(L.videoTitle),
    },
    {
      title_url: text(L.url),
      author_name: text(L.videoAuthor),
      provider_name: text(anyLength),
      provider_icon_url: text(L.url),
      description: plainText(anyLength),
    },
  ),
};

const card = both(
  block(
    'card',
    {},
    {
      hero_image: imageElement,
      icon: imageElement,
      title: mrkdwn(L.cardTitle),
      subtitle: mrkdwn(L.cardTitle),
      body: mrkdwn(L.cardBody),
      actions: list(byType({ button })),
    },
  ),
  fields(['hero_image', 'title', 'actions', 'body'], 'some'),
);

const table = block(
  'table',
  { rows },
  {
    column_settings: list(object({}, { align: oneOf('left', 'center', 'right'), is_wrapped: boolean }), L.tableColumns),
  },
);

const container = both(
  block(
    'container',
    { child_blocks: list(byType({ ...everywhere, table }), L.containerBlocks, 1) },
    {
      title: plainText(L.containerTitle),
      rich_text_title: richText,
      subtitle: anyText(L.containerTitle),
      width: oneOf('narrow', 'standard', 'wide', 'full'),
      icon: imageElement,
      is_collapsible: boolean,
      default_collapsed: boolean,
      has_header_divider: boolean,
    },
  ),
  fields(['title', 'rich_text_title'], 'some'),
);

const source = object({ type: literal('url'), url: text(L.url), text: text(anyLength) });
const taskCard = block(
  'task_card',
  { task_id: text(L.blockId), title: text(anyLength), status: oneOf('pending', 'in_progress', 'complete', 'error') },
  { details: richText, output: richText, sources: list(source) },
);

/** In messages alone. `file` is missing: an app reads such blocks but cannot post them. */
const inMessages: Fields = {
  card,
  carousel: block('carousel', { elements: list(byType({ card }), L.carouselCards, 1) }),
  container,
  context_actions: block('context_actions', {
    elements: list(byType(contextActionElements), L.contextActions, 1),
  }),
  data_table: block(
    'data_table',
    { rows, caption: text(anyLength) },
    { page_size: integer(1, L.dataTablePageSize), row_header_column_index: integer(0, L.tableColumns - 1) },
  ),
  markdown: block('markdown', { text: text(L.markdownInMessage) }),
  plan: block('plan', { title: text(anyLength) }, { tasks: list(byType({ task_card: taskCard })) }),
  table,
  task_card: taskCard,
};

export const blockOf: Readonly<Record<Surface, Check>> = {
  message: byType({ ...everywhere, ...inMessages }),
  modal: byType(everywhere),
  home: byType(everywhere),
};
