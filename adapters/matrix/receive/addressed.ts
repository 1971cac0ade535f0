/** Whether a message is meant for the bot, and what of it is the command. */
import type { MessageContent } from '../schema.ts';

export interface Listener {
  readonly botId: string;
  /** What the bot is called in the room. */
  readonly botNames: readonly string[];
  /** In a direct chat everything is meant for the bot. */
  readonly direct: boolean;
}

/** What an empty mention asks for. */
const GREETING = '!mitwirk';

/** The command as the application reads it; null: people talk among themselves. */
export function commandIn(text: string, content: MessageContent, { botId, botNames, direct }: Listener): string | null {
  const trimmed = text.trim();
  // Clients without pills leave the `@` as it was typed; the name alone is what people say about the bot.
  const addressed = direct || trimmed.startsWith('@') || isMentioned(content, botId);
  const spoken = addressed ? withoutAddress(trimmed, botNames) : null;
  if (direct) return spoken === '' ? GREETING : (spoken ?? trimmed) || null;
  if (/^[!/]\p{L}/u.test(trimmed)) return trimmed;
  if (spoken === null) return null;
  if (spoken === '') return GREETING;
  return /^[!/]/.test(spoken) ? spoken : `!${spoken}`;
}

function isMentioned(content: MessageContent, botId: string): boolean {
  return content['m.mentions']?.user_ids.includes(botId) === true || (content.formatted_body?.includes(botId) ?? false);
}

/** What follows the bot's name at the beginning; null when its name does not stand there. */
function withoutAddress(text: string, names: readonly string[]): string | null {
  const lower = text.toLowerCase();
  for (const name of names.flatMap((one) => [`@${one}`, one])) {
    if (!lower.startsWith(name.toLowerCase())) continue;
    const rest = text.slice(name.length);
    if (rest === '' || /^[\s:,]/.test(rest)) return rest.replace(/^[\s:,]+/, '').trim();
  }
  return null;
}

/** The words of a message without the quoted ones, which clients put in front of replies until version 1.13. */
export function ownWords(content: MessageContent): string {
  const body = withoutPillAddresses(content.body);
  if (!content['m.relates_to']?.['m.in_reply_to'] || !body.startsWith('> ')) return body;
  const lines = body.split('\n');
  const first = lines.findIndex((line) => !line.startsWith('>'));
  return first === -1 ? '' : lines.slice(first).join('\n').replace(/^\n+/, '');
}

/** `[name](https://matrix.to/#/@id)`, with what is special in Markdown escaped. */
const MARKDOWN_PILL = /\[((?:\\.|[^[\]\\])*)\]\(<?https:\/\/matrix\.to\/#\/(?:@|%40)[^\s()<>]*>?\)/gi;

/** Element on phones writes pills in the plain body as Markdown: https://github.com/element-hq/element-x-android/issues/5729 */
function withoutPillAddresses(body: string): string {
  return body.replaceAll(MARKDOWN_PILL, (_pill, label: string) => label.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1'));
}
