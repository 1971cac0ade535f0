/** What people write arrives as they wrote it, and is never a tag, a mention or a command. */
import { rulesOf } from '../rule.ts';

const MATRIX = ['test/unit/adapters/matrix/', 'test/golden/matrix'];
const SLACK = ['test/unit/adapters/slack/', 'test/golden/'];

export const escaping = [
  ...rulesOf('escaping', 'adapters/matrix/render/html.ts', MATRIX, {
    'html-less': ['No tag of anybody’s own', "  '<': '&lt;',\n", ''],
    'html-quote': ['No attribute of anybody’s own', "  '\"': '&quot;',\n", ''],
    'html-and': ['An ampersand stays one', "  '&': '&amp;',\n", ''],
    'only-http': ['Only web addresses become links', '/^https?:\\/\\//i.test(url)', 'true'],
    'line-breaks': ['Line breaks stay', "escapeHtml(text).replaceAll('\\n', '<br>')", 'escapeHtml(text)'],
  }),
  ...rulesOf('escaping', 'adapters/matrix/render/content.ts', MATRIX, {
    'mentions-always': [
      'Nobody is notified by a word in a text',
      "'m.mentions': notify.length === 0 ? {} : { user_ids: [...notify] }",
      "...(notify.length === 0 ? {} : { 'm.mentions': { user_ids: [...notify] } })",
    ],
    'edit-silent': [
      'An edit notifies nobody',
      "    'm.mentions': {},\n    'm.new_content': content,",
      "    'm.new_content': content,",
    ],
  }),
  ...rulesOf('escaping', 'adapters/matrix/render/poll.ts', MATRIX, {
    'poll-undisclosed': [
      'A poll shows nothing before its end',
      "kind: 'org.matrix.msc3381.poll.undisclosed'",
      "kind: 'org.matrix.msc3381.poll.disclosed'",
    ],
  }),
  ...rulesOf('escaping', 'adapters/slack/render/escape.ts', SLACK, {
    'slack-less': ['No <!channel> of anybody’s own', ".replaceAll('<', '&lt;')", ''],
    'slack-and': ['An ampersand stays one', ".replaceAll('&', '&amp;')", ''],
    'slack-address': [
      'A bare address does not become a link',
      "return escaped.replaceAll('://', `:${JOINER}//`);",
      'return escaped;',
    ],
  }),
  ...rulesOf('escaping', 'adapters/slack/render/leaves.ts', SLACK, {
    'unknown-person': [
      'Whoever has no account here is shown by name',
      "id === undefined ? words(leaf.name || '–', { bold: true }) : ",
      '',
    ],
    'empty-leaf': ['Slack is sent no empty leaf', 'line.filter((leaf) => !isEmpty(leaf))', 'line'],
  }),
  ...rulesOf('escaping', 'adapters/kit/letters.ts', ['test/unit/adapters/kit/', ...SLACK], {
    'whole-letters': [
      'No letter is cut in two',
      'if (index + segment.length > max) break;',
      'if (index >= max) break;',
    ],
  }),
  ...rulesOf('escaping', 'src/text/storable.ts', ['test/unit/text/', 'test/contract/app/'], {
    'control-characters': ['No control character reaches a terminal', ".replaceAll(CONTROL, '')", ''],
    'half-characters': ['Half a character is no fault', 'text.toWellFormed()', 'text'],
  }),
];
