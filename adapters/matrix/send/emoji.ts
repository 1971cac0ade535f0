/** Reactions as keys: clients write the same emoji in several ways. */

/** Without the variation selector and the tone of skin: 👍, 👍️ and 👍🏽 are one. */
export function emojiKey(key: string): string {
  return key.replaceAll(/[\ufe0e\ufe0f]|[\u{1f3fb}-\u{1f3ff}]/gu, '');
}
