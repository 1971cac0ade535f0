/** What each refusal of Slack means for a message: try again, wait until the room is back, or never. */
import { webApi } from '@slack/bolt';
import { ChatError, type ChatTarget, RoomLost } from '../../../src/ports/chat.ts';

/** The bot is out of the channel, or nobody may write there. A private channel the bot was removed from is not found. */
const ROOM_LOST = [
  'not_in_channel',
  'channel_not_found',
  'is_archived',
  // How chat.update says that a channel is archived.
  'is_inactive',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'restricted_action_non_threadable_channel',
];

/** Somebody has to repair the installation. Everything waits meanwhile. */
const INSTALLATION = [
  'access_denied',
  'account_inactive',
  'ekm_access_denied',
  'enterprise_is_restricted',
  'invalid_auth',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'not_authed',
  'org_login_required',
  'team_access_not_granted',
  'token_expired',
  'token_revoked',
];

/** Saying it again would be refused again. */
const NEVER = [
  'as_user_not_supported',
  'cannot_dm_bot',
  'cant_update_message',
  'edit_window_closed',
  'invalid_arguments',
  'invalid_blocks',
  'invalid_blocks_format',
  'message_not_found',
  'messages_tab_disabled',
  'metadata_too_large',
  'msg_blocks_too_long',
  'msg_too_long',
  'no_text',
  'user_disabled',
  'user_not_found',
  'user_not_visible',
];

/** So soon after the repair is everything said that waited; asking more often would help nobody. */
export const INSTALLATION_RETRY_MS = 15 * 60_000;

/** Gives the error for the outbox; what is left (outages, unknown codes) is repeated with growing distances. */
export function chatError(error: unknown, target: ChatTarget['kind']): unknown {
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return new ChatError('Slack asks to wait', error.retryAfter * 1000);
  }
  if (!(error instanceof webApi.WebAPIPlatformError)) return error;
  const code = error.data.error;
  if (ROOM_LOST.includes(code)) return target === 'room' ? new RoomLost(code) : new ChatError(code, null);
  if (INSTALLATION.includes(code)) return new ChatError(code, INSTALLATION_RETRY_MS);
  if (NEVER.includes(code)) return new ChatError(code, null);
  return new Error(code);
}

/** Slack went wrong on the way and may have done it all the same: https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const UNCERTAIN = ['fatal_error', 'internal_error', 'request_timeout', 'service_unavailable'];

/** Slack has answered, and the answer was no: whatever was to be sent has not arrived. */
export function wasRefused(error: unknown): boolean {
  if (error instanceof webApi.WebAPIRateLimitedError) return true;
  return error instanceof webApi.WebAPIPlatformError && !UNCERTAIN.includes(error.data.error);
}
