/** Where a message stands: an event id says nothing without its room. Neither holds a space. */

export interface MessagePlace {
  readonly roomId: string;
  readonly eventId: string;
}

export function messageId(roomId: string, eventId: string): string {
  return `${roomId} ${eventId}`;
}

export function readMessageId(id: string): MessagePlace {
  const [roomId = '', eventId = ''] = id.split(' ');
  return { roomId, eventId };
}
