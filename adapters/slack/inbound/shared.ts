/** A message that somebody hands to the bot: its words and its address. */
import type { Part } from './markup.ts';

/** The address Slack shows as «copy link»; null where the workspace's address is not told. */
export function messageLink(domain: string | null, channel: string, ts: string): string | null {
  return domain === null ? null : `https://${domain}.slack.com/archives/${channel}/p${ts.replace('.', '')}`;
}

/** As plain text. People are named and not mentioned anew; `nameOf` gives null for those whose name is not at hand. */
export function wordsOf(parts: readonly Part[], nameOf: (id: string) => string | null): string {
  const words = parts.map((part) => {
    if (part.p === 'text') return part.text;
    return part.p === 'user' ? `@${part.label ?? nameOf(part.id) ?? part.id}` : part.label;
  });
  return words.join('').trim();
}
