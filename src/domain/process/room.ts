/** A place where people and the bot talk: a channel, a Matrix room, a direct chat. */
import type { ProcessId, RoomId } from '../ids.ts';

export interface Room {
  readonly id: RoomId;
  readonly platform: string;
  /** The platform's own id, opaque to everyone but its adapter. */
  readonly externalId: string;
  readonly kind: 'channel' | 'direct';
  readonly name: string;
  readonly processId: ProcessId | null;
}
