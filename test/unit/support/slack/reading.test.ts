/** What a message shows and whom it notifies: the eyes of every test against smuggled mentions. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Desk, openDesk } from './client.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
  desk.slack.team.addUser('vorsitz', { id: 'U0VORSITZ', displayName: 'Vorsitz' });
  desk.slack.team.addChannel('ag-bildung', { id: 'C0BILDUNG' });
});
afterAll(() => desk.slack.close());

const STAR = 'Bürger*innen und Migrant*innen, 2*3*4, _x_, <!channel>, @room, &, <b>';
const escaped = STAR.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const NOBODY = { users: [], broadcasts: [], usergroups: [], channels: [], links: [] };

async function posted(args: object) {
  await desk.client.apiCall('chat.postMessage', { channel: 'C0BILDUNG', ...args });
  const [last] = desk.slack.messagesIn('C0BILDUNG').slice(-1);
  if (!last) throw new Error('nothing was posted');
  return last;
}

const section = (text: object) => [{ type: 'section', text }];
const rich = (...elements: object[]) => [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }];

describe('notifies', () => {
  const live: readonly (readonly [string, object, object])[] = [
    [
      'everybody, by the text',
      { text: 'a <!channel> b <!here|here> <!everyone>' },
      { broadcasts: ['channel', 'everyone', 'here'] },
    ],
    ['a person, by the text', { text: '<@U0VORSITZ> und <@U0VORSITZ|vorsitz>' }, { users: ['U0VORSITZ'] }],
    ['a user group', { text: '<!subteam^S0AG|@ag>' }, { usergroups: ['S0AG'] }],
    [
      'by mrkdwn',
      { text: 'a', blocks: section({ type: 'mrkdwn', text: '<@U0VORSITZ> <!here> <#C0BILDUNG>' }) },
      { users: ['U0VORSITZ'], broadcasts: ['here'], channels: ['C0BILDUNG'] },
    ],
    [
      'by leaves of rich text',
      { text: 'a', blocks: rich({ type: 'user', user_id: 'U0VORSITZ' }, { type: 'broadcast', range: 'channel' }) },
      { users: ['U0VORSITZ'], broadcasts: ['channel'] },
    ],
    [
      'by bare names with link_names',
      { text: '@vorsitz @channel', link_names: true },
      { users: ['U0VORSITZ'], broadcasts: ['channel'] },
    ],
    ['by bare names with parse full', { text: '@vorsitz', parse: 'full' }, { users: ['U0VORSITZ'] }],
    [
      'nobody, but links',
      { text: '<https://a.example|hier> https://b.example/x' },
      { links: ['https://a.example', 'https://b.example/x'] },
    ],
    [
      'by a card in a list, a field and a context line',
      {
        text: 'a',
        blocks: [
          { type: 'section', fields: [{ type: 'mrkdwn', text: '<!here>' }] },
          { type: 'context', elements: [{ type: 'mrkdwn', text: '<@U0VORSITZ>' }] },
        ],
      },
      { users: ['U0VORSITZ'], broadcasts: ['here'] },
    ],
  ];

  test.each(live)('%s', async (_, args, found) => {
    expect(desk.slack.pings(await posted(args))).toEqual({ ...NOBODY, ...found });
  });

  const dead: readonly (readonly [string, object])[] = [
    ['escaped text', { text: escaped }],
    ['escaped twice', { text: '&amp;lt;!channel&amp;gt;' }],
    [
      'plain text',
      { text: 'a', blocks: section({ type: 'plain_text', text: '<!channel> <@U0VORSITZ> https://a.example' }) },
    ],
    ['a text leaf', { text: 'a', blocks: rich({ type: 'text', text: '<!channel> <@U0VORSITZ>' }) }],
    ['bare names without link_names', { text: '@vorsitz @channel @here' }],
    ['a date', { text: '<!date^1799661600^{date_long}|Montag>' }],
    ['an address of mail in text', { text: 'vorsitz@channel.example' }],
  ];

  test.each(dead)('nobody by %s', async (_, args) => {
    expect(desk.slack.pings(await posted(args))).toEqual(NOBODY);
  });
});

describe('shows', () => {
  test('user text in a leaf exactly as it was typed', async () => {
    expect(desk.slack.visibleText(await posted({ text: 'a', blocks: rich({ type: 'text', text: STAR }) }))).toBe(STAR);
  });

  test('user text in mrkdwn with what the marks did to it', async () => {
    const shown = desk.slack.visibleText(
      await posted({ text: 'a', blocks: section({ type: 'mrkdwn', text: escaped }) }),
    );

    expect(shown).toContain('2*3*4, x, <!channel>');
    expect(shown).not.toContain('_x_');
  });

  test('names for ids, fallbacks for dates, labels for links', async () => {
    const text =
      '<@U0VORSITZ> in <#C0BILDUNG>: <!date^1799661600^{date_long}|Montag, 11. Januar>, <https://a.example|hier>';
    expect(desk.slack.visibleText(await posted({ text }))).toBe('@Vorsitz in #ag-bildung: Montag, 11. Januar, hier');
  });

  test('blocks as lines, with what can be pressed in brackets', async () => {
    const plain = (text: string) => ({ type: 'plain_text', text });
    const item = (text: string) => ({ type: 'rich_text_section', elements: [{ type: 'text', text }] });
    const blocks = [
      { type: 'header', text: plain('Aufgabe A-1') },
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_list', style: 'bullet', elements: [item('Plakat'), item('Flyer')] }],
      },
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text: 'erste\nzweite' }] }],
      },
      { type: 'divider' },
      {
        type: 'section',
        text: { type: 'mrkdwn', text: '*Frist:* Freitag' },
        accessory: { type: 'button', text: plain('Mehr') },
      },
      {
        type: 'actions',
        elements: [
          { type: 'button', text: plain('Erledigt') },
          { type: 'users_select', placeholder: plain('Wer?') },
        ],
      },
    ];

    const message = await posted({ text: 'Aufgabe A-1: Plakat', blocks });
    expect(desk.slack.visibleText(message).split('\n')).toEqual([
      'Aufgabe A-1',
      '• Plakat',
      '• Flyer',
      '> erste',
      '> zweite',
      '---',
      'Frist: Freitag',
      '[Mehr]',
      '[Erledigt] [Wer?]',
    ]);
    expect(desk.slack.spokenText(message)).toBe('Aufgabe A-1: Plakat');
  });
});
