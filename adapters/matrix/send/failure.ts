/** Why something was not sent, in the words of the outbox. */
import { ChatError, RoomLost } from '../../../src/ports/chat.ts';
import { HomeserverError, isPassing, isUnknownToken } from '../http/homeserverError.ts';

/** Nobody but an operator can help; it is looked again now and then whether they did. */
const TOKEN_RETRY_MS = 60_000;

/** `M_FORBIDDEN` in a room means that the bot may not speak there (any more); what it has to say waits until it may again. */
export function asChatError(error: unknown, toRoom: boolean): unknown {
  if (!(error instanceof HomeserverError)) return error;
  if (isUnknownToken(error)) return new ChatError(error.message, TOKEN_RETRY_MS);
  if (isPassing(error)) return error.retryAfterMs === null ? error : new ChatError(error.message, error.retryAfterMs);
  if (error.errcode === 'M_FORBIDDEN' && toRoom) return new RoomLost(error.message);
  return new ChatError(error.message, null);
}
