/** What a message shows and whom it notifies, read as Slack's clients do. */
import type { Posted } from '../state/model.ts';
import type { Workspace } from '../state/workspace.ts';
import type { Piece } from './control.ts';
import { blockLines, type Line, textLines, type Written } from './lines.ts';

/** Everything live in a message: who is notified, and where it links to. Empty lists: nothing was smuggled in. */
export interface Pings {
  /** User ids, in the order of the alphabet. */
  readonly users: readonly string[];
  readonly broadcasts: readonly string[];
  readonly usergroups: readonly string[];
  readonly channels: readonly string[];
  readonly links: readonly string[];
}

function written({ message, names }: Posted): Written {
  return { text: message.text, blocks: message.blocks ?? [], names, mrkdwn: message.mrkdwn !== false };
}

/** Text counts beside blocks, as notifications are made of it. */
export function pings(posted: Posted, team: Workspace): Pings {
  const source = written(posted);
  const live = [...textLines(source), ...blockLines(source.blocks)].flatMap((line) => line.pieces);
  const of = (read: (piece: Piece) => string | undefined) => [...new Set(live.map(read))].filter(isText).sort();
  return {
    users: of((piece) => (piece.kind === 'user' ? piece.id || team.userByName(piece.label ?? '')?.id : undefined)),
    broadcasts: of((piece) => (piece.kind === 'broadcast' ? piece.range : undefined)),
    usergroups: of((piece) => (piece.kind === 'usergroup' ? piece.id : undefined)),
    channels: of((piece) => (piece.kind === 'channel' ? piece.id : undefined)),
    links: of((piece) => (piece.kind === 'link' ? piece.url : undefined)),
  };
}

function isText(value: string | undefined): value is string {
  return value !== undefined;
}

/** The lines a reader sees: of the blocks, or of the text where there are none. Names stand for ids; buttons as `[label]`. */
export function visibleText(posted: Posted, team: Workspace): string {
  const source = written(posted);
  const lines = source.blocks.length > 0 ? blockLines(source.blocks) : textLines(source);
  return shown(lines, team);
}

/** What a screen reader says and a notification shows. */
export function spokenText(posted: Posted, team: Workspace): string {
  return shown(textLines(written(posted)), team);
}

/** The lines of a modal or a home tab. */
export function visibleBlocks(blocks: readonly unknown[], team: Workspace): string {
  return shown(blockLines(blocks), team);
}

function shown(lines: readonly Line[], team: Workspace): string {
  return lines
    .map(({ pieces, marked }) => {
      const text = pieces.map((piece) => shownPiece(piece, team)).join('');
      return marked ? unmarked(text) : text;
    })
    .join('\n');
}

function shownPiece(piece: Piece, team: Workspace): string {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'user':
      return `@${team.users.get(piece.id)?.displayName ?? piece.label ?? piece.id}`;
    case 'channel':
      return `#${team.channels.get(piece.id)?.name ?? piece.label ?? piece.id}`;
    case 'usergroup':
      return `@${piece.label ?? piece.id}`;
    case 'broadcast':
      return `@${piece.range}`;
    case 'link':
      return piece.label;
    case 'date':
      return piece.fallback;
    default:
      return piece satisfies never;
  }
}

/** Takes the marks of bold, italic, struck and code away where Slack would, so that a card which let a name be formatted is seen. */
function unmarked(text: string): string {
  let clean = text;
  for (const mark of ['\\*', '_', '~', '`']) {
    const around = new RegExp(`(^|[^\\p{L}\\d])${mark}(\\S(?:[^${mark}\\n]*\\S)?)${mark}(?![\\p{L}\\d])`, 'gu');
    clean = clean.replace(around, '$1$2');
  }
  return clean;
}
