/** A room as its readers see it: edits in place, what was taken back gone, HTML without its tags. */
import type { Shown } from '../shown.ts';

export interface RoomEvent {
  readonly event_id: string;
  readonly type: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly redacts?: string;
}

interface Message {
  content: RoomEvent['content'];
  readonly notifies: string[];
}

/** @param events of one room, in its order */
export function readRoom(events: readonly RoomEvent[]): readonly Shown[] {
  const messages = new Map<string, Message>();
  for (const { event_id, type, content, redacts } of events) {
    if (type === 'm.room.redaction') messages.delete(String(redacts ?? content.redacts));
    if (type !== 'm.room.message') continue;
    const original = replacedBy(content);
    if (original === null) {
      messages.set(event_id, { content, notifies: [...notifiedBy(content)] });
      continue;
    }
    const message = messages.get(original);
    if (!message) continue;
    message.content = content['m.new_content'] as RoomEvent['content'];
    message.notifies.push(...notifiedBy(content));
  }
  return [...messages.values()].map(shown);
}

function replacedBy(content: RoomEvent['content']): string | null {
  const relation = content['m.relates_to'] as { rel_type?: string; event_id?: string } | undefined;
  return relation?.rel_type === 'm.replace' ? (relation.event_id ?? null) : null;
}

/** https://spec.matrix.org/v1.16/client-server-api/#user-and-room-mentions: without the field the words themselves are searched. */
function notifiedBy(content: RoomEvent['content']): readonly string[] {
  if (content.msgtype === 'm.notice') return [];
  const mentions = content['m.mentions'] as { user_ids?: string[]; room?: boolean } | undefined;
  if (!mentions) return String(content.body).includes('@room') ? ['@room'] : [];
  return [...(mentions.user_ids ?? []), ...(mentions.room ? ['@room'] : [])];
}

function shown({ content, notifies }: Message): Shown {
  const body = String(content.body);
  if (content.msgtype === 'm.image') return { text: '', spoken: '', live: [], notifies, pictures: [body] };
  const html = String(content.formatted_body ?? '');
  const live = [...html.matchAll(/<[^>]*?(?:href|src)="([^"]*)"/g)].map(([, address = '']) => unescaped(address));
  return { text: html === '' ? body : wordsOf(html), spoken: body, live, notifies, pictures: [] };
}

function wordsOf(html: string): string {
  const lines = html.replaceAll(/<br>|<hr>|<\/(?:p|li|h\d|ul|blockquote|pre)>/g, '\n');
  return unescaped(lines.replaceAll(/<\/?[a-z][^>]*>/gi, ''));
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function unescaped(text: string): string {
  return text.replaceAll(/&(#39|[a-z]+);/g, (found, name: string) => ENTITIES[name] ?? found);
}
