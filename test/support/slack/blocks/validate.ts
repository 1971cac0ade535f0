/** The gate for blocks and views: what Slack would refuse, as a list of issues. */
import { BLOCK_LIMITS as L } from './blockLimits.ts';
import { blockOf, type Surface } from './blocks.ts';
import { boolean, type Check, type Issue, isObject, list, literal, object, text } from './check.ts';
import { plainText } from './objects.ts';

/** Names that hold no text to read. */
const SILENT = new Set(['type', 'style', 'block_id', 'action_id']);

/** Characters in all blocks together, as `msg_blocks_too_long` counts them, as far as anybody knows. */
export function blockCharacters(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  let sum = 0;
  for (const [name, part] of Object.entries(value)) if (!SILENT.has(name)) sum += blockCharacters(part);
  return sum;
}

/** Issues of the blocks of a message, found under `at`; empty when Slack would take them. */
export function messageIssues(blocks: unknown, at = '/blocks'): Issue[] {
  const found: Issue[] = [];
  list(blockOf.message, L.messageBlocks)(blocks, at, found);
  if (!Array.isArray(blocks)) return found;
  identities(blocks, at, found);
  if (ofType(blocks, 'table').length > L.tablesInMessage) found.push({ at, message: 'only one table allowed' });
  const markdown = ofType(blocks, 'markdown')
    .map(({ text }) => String(text))
    .join('');
  if (markdown.length > L.markdownInMessage) {
    found.push({ at, message: `markdown must be less than ${L.markdownInMessage + 1} characters in sum` });
  }
  return found;
}

/** Whether the blocks are more than a message holds, each block by itself being fine. */
export function tooLongTogether(blocks: unknown): boolean {
  return blockCharacters(blocks) > L.messageBlockCharacters;
}

/** Issues of a modal or a home tab; empty when Slack would take it. */
export function viewIssues(view: unknown, at = '/view'): Issue[] {
  const found: Issue[] = [];
  const surface = isObject(view) && view.type === 'home' ? 'home' : 'modal';
  viewOf(surface)(view, at, found);
  if (!isObject(view) || !Array.isArray(view.blocks)) return found;
  identities(view.blocks, `${at}/blocks`, found);
  if (surface === 'modal' && ofType(view.blocks, 'input').length > 0 && view.submit === undefined) {
    found.push({ at, message: 'missing required field: submit, as there is an input block' });
  }
  return found;
}

function viewOf(surface: Exclude<Surface, 'message'>): Check {
  const blocks = list(blockOf[surface], L.viewBlocks, surface === 'modal' ? 1 : 0);
  const shared = {
    private_metadata: text(L.privateMetadata, 0),
    callback_id: text(L.callbackId, 0),
    external_id: text(L.externalId, 0),
  };
  if (surface === 'home') return object({ type: literal('home'), blocks }, shared);
  const button = plainText(L.viewButton);
  return object(
    { type: literal('modal'), blocks, title: plainText(L.viewTitle) },
    {
      ...shared,
      submit: button,
      close: button,
      clear_on_close: boolean,
      notify_on_close: boolean,
      submit_disabled: boolean,
    },
  );
}

function ofType(blocks: readonly unknown[], type: string) {
  return blocks.filter(isObject).filter((block) => block.type === type);
}

/** A block_id once a surface, an action_id once a block, and one element that takes the focus. */
function identities(blocks: readonly unknown[], at: string, found: Issue[]): void {
  const blockIds = new Set<unknown>();
  let focused = 0;
  for (const [index, block] of blocks.entries()) {
    if (!isObject(block)) continue;
    const where = `${at}/${index}`;
    if (block.block_id !== undefined && blockIds.has(block.block_id)) {
      found.push({ at: where, message: `\`block_id\` ${String(block.block_id)} already exists` });
    }
    blockIds.add(block.block_id);
    const actionIds = new Set<unknown>();
    for (const element of elementsOf(block)) {
      if (element.action_id !== undefined && actionIds.has(element.action_id)) {
        found.push({ at: where, message: `\`action_id\` ${String(element.action_id)} already exists` });
      }
      actionIds.add(element.action_id);
      if (element.focus_on_load === true) focused += 1;
    }
  }
  if (focused > 1) found.push({ at, message: 'only one element can have focus_on_load' });
}

/** The elements of a block that a person can use. */
export function elementsOf(block: Readonly<Record<string, unknown>>) {
  const several = Array.isArray(block.elements) ? block.elements : [];
  const actions = Array.isArray(block.actions) ? block.actions : [];
  return [...several, ...actions, block.accessory, block.element].filter(isObject);
}
