/** What a message is to say: reads `text`, `blocks` and `metadata` of a call and refuses what Slack refuses. */
import { BLOCK_LIMITS as L } from '../blocks/blockLimits.ts';
import { isObject, issueLine, type Json } from '../blocks/check.ts';
import { messageIssues, tooLongTogether } from '../blocks/validate.ts';
import { flag, refuse, structure, structureObject, text } from './call.ts';

export interface Content {
  readonly text: string;
  readonly blocks: readonly Json[] | undefined;
  readonly metadata: Json | undefined;
  readonly names: boolean;
  readonly mrkdwn: boolean;
}

export function contentOf(args: Json, longestText: number = L.messageText): Content {
  const words = text(args, 'text');
  const blocks = blocksOf(args);
  const attachments = structure(args, 'attachments', 'invalid_attachments');
  const nothing =
    words === '' && (blocks ?? []).length === 0 && !(Array.isArray(attachments) && attachments.length > 0);
  if (nothing) refuse('no_text');
  if (words.length > longestText) refuse('msg_too_long');
  return {
    text: words,
    blocks,
    metadata: metadataOf(args),
    names: flag(args, 'link_names') || text(args, 'parse') === 'full',
    mrkdwn: args.mrkdwn === undefined || flag(args, 'mrkdwn'),
  };
}

function blocksOf(args: Json): Json[] | undefined {
  const blocks = structure(args, 'blocks', 'invalid_blocks_format');
  if (blocks === undefined) return undefined;
  if (!Array.isArray(blocks)) return refuse('invalid_blocks_format');
  const lines = messageIssues(blocks).map(issueLine);
  if (lines.length > 0) {
    const messages = lines.map((line) => `[ERROR] ${line}`);
    refuse('invalid_blocks', { errors: lines, response_metadata: { messages } });
  }
  if (tooLongTogether(blocks)) refuse('msg_blocks_too_long');
  return blocks.filter(isObject);
}

function metadataOf(args: Json): Json | undefined {
  const metadata = structureObject(args, 'metadata', 'invalid_metadata_format');
  if (metadata === undefined) return undefined;
  const { event_type, event_payload, ...others } = metadata;
  const fits = typeof event_type === 'string' && event_type !== '' && isObject(event_payload);
  if (!fits || Object.keys(others).length > 0) refuse('invalid_metadata_schema');
  return metadata;
}
