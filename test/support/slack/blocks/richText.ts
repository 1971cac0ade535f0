/** Rich text: typed leaves in sections, lists, quotes and preformatted passages. */
import { BLOCK_LIMITS as L } from './blockLimits.ts';
import { boolean, byType, type Check, integer, list, literal, matching, object, oneOf, text } from './check.ts';

const style = object({}, { bold: boolean, italic: boolean, strike: boolean, code: boolean, underline: boolean });
const anyLength = Number.POSITIVE_INFINITY;

function leaf(type: string, required: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}) {
  return object({ type: literal(type), ...required }, { style, ...optional });
}

/** The only leaves of a preformatted passage. */
const bare: Readonly<Record<string, Check>> = {
  text: leaf('text', { text: text(anyLength) }),
  link: leaf('link', { url: text(L.url) }, { text: text(anyLength), unsafe: boolean }),
};

const leaves: Readonly<Record<string, Check>> = {
  ...bare,
  user: leaf('user', { user_id: matching(/^[UW][A-Z0-9]+$/, 'user id') }),
  usergroup: leaf('usergroup', { usergroup_id: matching(/^S[A-Z0-9]+$/, 'user group id') }),
  team: leaf('team', { team_id: matching(/^T[A-Z0-9]+$/, 'team id') }),
  channel: leaf('channel', { channel_id: matching(/^[CGD][A-Z0-9]+$/, 'channel id') }),
  broadcast: leaf('broadcast', { range: oneOf('here', 'channel', 'everyone') }),
  color: leaf('color', { value: matching(/^#[0-9a-f]{6}$/i, 'colour') }),
  emoji: leaf('emoji', { name: text(anyLength) }, { unicode: text(anyLength), url: text(L.url) }),
  date: leaf(
    'date',
    { timestamp: integer(0, 9_999_999_999), format: matching(/\{[a-z_]+\}/, 'date format') },
    { url: text(L.url), fallback: text(anyLength) },
  ),
};

const border = integer(0, 1);
const section = object({ type: literal('rich_text_section'), elements: list(byType(leaves)) });

export const richText = object(
  {
    type: literal('rich_text'),
    elements: list(
      byType({
        rich_text_section: section,
        rich_text_list: object(
          {
            type: literal('rich_text_list'),
            style: oneOf('bullet', 'ordered'),
            elements: list(byType({ rich_text_section: section })),
          },
          { indent: integer(0, L.listIndent), offset: integer(0, Number.MAX_SAFE_INTEGER), border },
        ),
        rich_text_quote: object({ type: literal('rich_text_quote'), elements: list(byType(leaves)) }, { border }),
        rich_text_preformatted: object(
          {
            type: literal('rich_text_preformatted'),
            elements: list(byType(bare)),
          },
          { border, language: text(anyLength) },
        ),
      }),
    ),
  },
  { block_id: text(L.blockId) },
);
