/** The gate for blocks lets through what Slack takes, up to each limit, and nothing beyond it. */
import { describe, expect, test } from '@jest/globals';
import { BLOCK_LIMITS as L } from '../../../support/slack/blocks/blockLimits.ts';
import { type Issue, issueLine } from '../../../support/slack/blocks/check.ts';
import { blockCharacters, messageIssues, tooLongTogether, viewIssues } from '../../../support/slack/blocks/validate.ts';

type Limit = keyof typeof L;
type Build = (size: number) => unknown;

const long = (size: number) => 'x'.repeat(size);
const many = <One>(size: number, one: (index: number) => One) => Array.from({ length: size }, (_, index) => one(index));
const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const divider = { type: 'divider' };
const button = (more: object = {}) => ({ type: 'button', text: plain('Ja'), ...more });
const actions = (...elements: unknown[]) => ({ type: 'actions', elements });
const section = (more: object) => ({ type: 'section', ...more });
const input = (element: object, more: object = {}) => ({ type: 'input', label: plain('Titel'), element, ...more });
const line = { type: 'plain_text_input' };
const option = (more: object = {}) => ({ text: plain('Ja'), value: 'ja', ...more });
const select = (more: object) => ({ type: 'static_select', ...more });
const confirm = (more: object) => actions(button({ confirm: { text: plain('Sicher?'), ...more } }));
const image = { image_url: 'https://example.org/a.png', alt_text: 'Diagramm' };
const video = { type: 'video', video_url: 'https://a.example', thumbnail_url: 'https://b.example', alt_text: 'Film' };
const cell = { type: 'raw_text', text: '1' };
const modal = (more: object) => ({ type: 'modal', title: plain('Neu'), blocks: [divider], ...more });
const list = (indent: number) => ({ type: 'rich_text_list', style: 'bullet', indent, elements: [] });
const card = (more: object) => ({ type: 'card', title: mrkdwn('Karte'), ...more });

/** Blocks of a message at the size of the limit. */
const messages: Partial<Record<Limit, Build>> = {
  messageBlocks: (size) => many(size, () => divider),
  textObject: (size) => [{ type: 'context', elements: [plain(long(size))] }],
  sectionText: (size) => [section({ text: mrkdwn(long(size)) })],
  sectionFields: (size) => [section({ fields: many(size, () => plain('a')) })],
  sectionFieldText: (size) => [section({ fields: [plain(long(size))] })],
  headerText: (size) => [{ type: 'header', text: plain(long(size)) }],
  contextElements: (size) => [{ type: 'context', elements: many(size, () => plain('a')) }],
  contextActions: (size) => [
    {
      type: 'context_actions',
      elements: many(size, () => ({ type: 'icon_button', icon: 'trash', text: plain('Weg') })),
    },
  ],
  actionsElements: (size) => [actions(...many(size, () => button()))],
  imageAltText: (size) => [{ type: 'image', ...image, alt_text: long(size) }],
  imageTitle: (size) => [{ type: 'image', ...image, title: plain(long(size)) }],
  inputLabel: (size) => [input(line, { label: plain(long(size)) })],
  inputHint: (size) => [input(line, { hint: plain(long(size)) })],
  markdownInMessage: (size) => [
    { type: 'markdown', text: 'x' },
    { type: 'markdown', text: long(size - 1) },
  ],
  tableRows: (size) => [{ type: 'table', rows: many(size, () => [cell]) }],
  tableColumns: (size) => [{ type: 'table', rows: [many(size, () => cell)] }],
  tablesInMessage: (size) => many(size, () => ({ type: 'table', rows: [[cell]] })),
  carouselCards: (size) => [{ type: 'carousel', elements: many(size, () => card({})) }],
  cardTitle: (size) => [card({ title: mrkdwn(long(size)) })],
  cardBody: (size) => [card({ body: mrkdwn(long(size)) })],
  containerTitle: (size) => [{ type: 'container', title: plain(long(size)), child_blocks: [divider] }],
  containerBlocks: (size) => [{ type: 'container', title: plain('Kasten'), child_blocks: many(size, () => divider) }],
  dataTablePageSize: (size) => [{ type: 'data_table', caption: 'Zahlen', rows: [[cell]], page_size: size }],
  videoTitle: (size) => [{ ...video, title: plain(long(size)) }],
  videoAuthor: (size) => [{ ...video, title: plain('Film'), author_name: long(size) }],
  buttonText: (size) => [actions(button({ text: plain(long(size)) }))],
  buttonValue: (size) => [actions(button({ value: long(size) }))],
  accessibilityLabel: (size) => [actions(button({ accessibility_label: long(size) }))],
  url: (size) => [actions(button({ url: long(size) }))],
  placeholder: (size) => [actions(select({ options: [option()], placeholder: plain(long(size)) }))],
  optionText: (size) => [actions(select({ options: [option({ text: plain(long(size)) })] }))],
  optionValue: (size) => [actions(select({ options: [option({ value: long(size) })] }))],
  optionDescription: (size) => [actions(select({ options: [option({ description: plain(long(size)) })] }))],
  selectOptions: (size) => [actions(select({ options: many(size, () => option()) }))],
  optionGroups: (size) => [
    actions(select({ option_groups: many(size, () => ({ label: plain('AG'), options: [option()] })) })),
  ],
  optionGroupLabel: (size) => [actions(select({ option_groups: [{ label: plain(long(size)), options: [option()] }] }))],
  overflowOptions: (size) => [actions({ type: 'overflow', options: many(size, () => option()) })],
  choiceOptions: (size) => [actions({ type: 'checkboxes', options: many(size, () => option()) })],
  plainTextInput: (size) => [input({ ...line, initial_value: long(size) })],
  inputFiles: (size) => [input({ type: 'file_input', max_files: size })],
  richTextInputLines: (size) => [input({ type: 'rich_text_input', max_lines: size })],
  listIndent: (size) => [{ type: 'rich_text', elements: [list(size)] }],
  confirmTitle: (size) => [confirm({ title: plain(long(size)) })],
  confirmText: (size) => [confirm({ text: plain(long(size)) })],
  confirmButton: (size) => [confirm({ confirm: plain(long(size)), deny: plain('Nein') })],
  blockId: (size) => [{ ...divider, block_id: long(size) }],
  actionId: (size) => [actions(button({ action_id: long(size) }))],
};

/** A view at the size of the limit. */
const views: Partial<Record<Limit, Build>> = {
  viewBlocks: (size) => ({ type: 'home', blocks: many(size, () => divider) }),
  callbackId: (size) => modal({ callback_id: long(size) }),
  externalId: (size) => modal({ external_id: long(size) }),
  viewTitle: (size) => modal({ title: plain(long(size)) }),
  viewButton: (size) => modal({ submit: plain(long(size)), close: plain('Nein') }),
  privateMetadata: (size) => modal({ private_metadata: long(size) }),
};

/** Proven where calls are answered: webApi.test.ts and views.test.ts. */
const ofCalls: readonly Limit[] = ['messageText', 'updatedText', 'viewBytes', 'modalStack'];

function eachLimit(builds: Partial<Record<Limit, Build>>): (readonly [Limit, number, Build])[] {
  return Object.entries(builds).map(([name, build]) => [name as Limit, L[name as Limit], build] as const);
}

test('every limit has its example', () => {
  const proven = [...Object.keys(messages), ...Object.keys(views), ...ofCalls, 'messageBlockCharacters'];

  expect(proven.sort()).toEqual(Object.keys(L).sort());
});

test.each(eachLimit(messages))('a message may reach %s (%d) and not pass it', (_, limit, build) => {
  expect(messageIssues(build(limit))).toEqual([]);
  expect(messageIssues(build(limit + 1))).toHaveLength(1);
});

test.each(eachLimit(views))('a view may reach %s (%d) and not pass it', (_, limit, build) => {
  expect(viewIssues(build(limit))).toEqual([]);
  expect(viewIssues(build(limit + 1))).toHaveLength(1);
});

test('characters of all blocks are counted together, without types and ids', () => {
  const full = many(5, () => section({ text: plain(long(2_640)), block_id: 'b' }));

  expect(blockCharacters(full)).toBe(L.messageBlockCharacters);
  expect(tooLongTogether(full)).toBe(false);
  expect(tooLongTogether([...full, section({ text: plain('x') })])).toBe(true);
});

const lines = (issues: readonly Issue[]) => issues.map(issueLine);

describe('a refusal names the place', () => {
  const cases: readonly (readonly [string, unknown, string])[] = [
    [
      'a field nobody knows',
      { ...divider, colour: 'red' },
      'additional property not allowed: colour [json-pointer:/blocks/0/colour]',
    ],
    ['a kind nobody knows', { type: 'sparkle' }, 'unsupported type: sparkle [json-pointer:/blocks/0/type]'],
    ['a missing field', { type: 'header' }, 'missing required field: text [json-pointer:/blocks/0]'],
    [
      'an empty text',
      section({ text: plain('') }),
      'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
    ],
    [
      'mrkdwn where only plain text goes',
      { type: 'header', text: mrkdwn('a') },
      'unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]',
    ],
    ['a section without words', section({}), 'missing one of: text, fields [json-pointer:/blocks/0]'],
    [
      'an image without an address',
      { type: 'image', alt_text: 'a' },
      'missing one of: image_url, slack_file [json-pointer:/blocks/0]',
    ],
    [
      'options and groups at once',
      actions(select({ options: [option()], option_groups: [{ label: plain('AG'), options: [option()] }] })),
      'only one allowed of: options, option_groups [json-pointer:/blocks/0/elements/0]',
    ],
    [
      'a start that is no option',
      actions(select({ options: [option()], initial_option: option({ value: 'nein' }) })),
      'initial option must match one of the options [json-pointer:/blocks/0/elements/0]',
    ],
    [
      'a field that stands in no actions',
      actions({ type: 'plain_text_input' }),
      'unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]',
    ],
    [
      'two elements of one name',
      actions(button({ action_id: 'a' }), button({ action_id: 'a' })),
      '`action_id` a already exists [json-pointer:/blocks/0]',
    ],
    [
      'a style nobody knows',
      actions(button({ style: 'loud' })),
      'must be one of: primary, danger [json-pointer:/blocks/0/elements/0/style]',
    ],
    [
      'a date that is none',
      actions({ type: 'datepicker', initial_date: '2027-13-01' }),
      'must be a valid date (YYYY-MM-DD) [json-pointer:/blocks/0/elements/0/initial_date]',
    ],
    [
      'an empty leaf',
      { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '' }] }] },
      'must be more than 0 characters [json-pointer:/blocks/0/elements/0/elements/0/text]',
    ],
    [
      'a leaf with a field nobody knows',
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'a', bold: true }] }],
      },
      'additional property not allowed: bold [json-pointer:/blocks/0/elements/0/elements/0/bold]',
    ],
    [
      'a name instead of an id',
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'user', user_id: 'vorsitz' }] }],
      },
      'must be a valid user id [json-pointer:/blocks/0/elements/0/elements/0/user_id]',
    ],
    [
      'a mention in preformatted text',
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'user', user_id: 'U1' }] }],
      },
      'unsupported type: user [json-pointer:/blocks/0/elements/0/elements/0/type]',
    ],
  ];

  test.each(cases)('%s', (_, block, complaint) => {
    expect(lines(messageIssues([block]))).toEqual([complaint]);
  });

  test('two blocks of one name', () => {
    const twice = { ...divider, block_id: 'b' };
    expect(lines(messageIssues([twice, twice]))).toEqual(['`block_id` b already exists [json-pointer:/blocks/1]']);
  });

  test('two fields that want the focus', () => {
    const eager = input({ ...line, focus_on_load: true });
    expect(lines(viewIssues(modal({ submit: plain('Ja'), blocks: [eager, eager] })))).toEqual([
      'only one element can have focus_on_load [json-pointer:/view/blocks]',
    ]);
  });
});

test('a modal with fields needs a button to submit it', () => {
  expect(viewIssues(modal({ blocks: [input(line)] }))).toHaveLength(1);
  expect(viewIssues(modal({ blocks: [input(line)], submit: plain('Anlegen') }))).toEqual([]);
});

test('a home tab has no title, and a view takes no table or markdown', () => {
  expect(viewIssues({ type: 'home', title: plain('Start'), blocks: [] })).toHaveLength(1);
  expect(viewIssues(modal({ blocks: [{ type: 'markdown', text: 'a' }] }))).toHaveLength(1);
  expect(viewIssues(modal({ blocks: [{ type: 'table', rows: [[cell]] }] }))).toHaveLength(1);
});

test('every kind of leaf of rich text passes', () => {
  const leaves = [
    { type: 'text', text: 'a', style: { bold: true, italic: true, strike: true, code: true, underline: true } },
    { type: 'link', url: 'https://example.org', text: 'hier' },
    { type: 'user', user_id: 'U1' },
    { type: 'usergroup', usergroup_id: 'S1' },
    { type: 'team', team_id: 'T1' },
    { type: 'channel', channel_id: 'C1' },
    { type: 'broadcast', range: 'here' },
    { type: 'color', value: '#ff0000' },
    { type: 'emoji', name: 'wave', unicode: '1f44b' },
    { type: 'date', timestamp: 1_799_661_600, format: '{date_long}', fallback: 'Montag', url: 'https://example.org' },
  ];
  const sections = ['rich_text_section', 'rich_text_quote'].map((type) => ({ type, elements: leaves }));
  const bullets = { ...list(1), border: 1, elements: [{ type: 'rich_text_section', elements: leaves }] };

  expect(messageIssues([{ type: 'rich_text', elements: [...sections, bullets] }])).toEqual([]);
});

test('every element a form can have passes', () => {
  const elements = [
    { ...line, multiline: true, min_length: 1, dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] } },
    { type: 'email_text_input' },
    { type: 'url_text_input' },
    { type: 'number_input', is_decimal_allowed: false, min_value: '-1' },
    { type: 'datepicker', initial_date: '2027-01-11' },
    { type: 'timepicker', initial_time: '09:30', timezone: 'Europe/Berlin' },
    { type: 'datetimepicker', initial_date_time: 1_799_661_600 },
    { type: 'users_select', initial_user: 'U1' },
    { type: 'multi_users_select', initial_users: ['U1'], max_selected_items: 3 },
    { type: 'channels_select', response_url_enabled: true },
    { type: 'multi_channels_select' },
    { type: 'conversations_select', default_to_current_conversation: true, filter: { include: ['public'] } },
    { type: 'multi_conversations_select' },
    { type: 'external_select', min_query_length: 0 },
    { type: 'multi_external_select' },
    { type: 'multi_static_select', options: [option()], initial_options: [option()] },
    { type: 'radio_buttons', options: [{ text: mrkdwn('*Ja*'), value: 'ja' }] },
  ];

  expect(viewIssues(modal({ submit: plain('Ja'), blocks: elements.map((element) => input(element)) }))).toEqual([]);
});
