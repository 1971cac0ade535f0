/** A message of Slack in a few lines, for goldens: each block with its leaves, links and buttons. */
import { carriedIn } from '../../src/message/press.ts';

interface Node {
  readonly type?: string;
  readonly [name: string]: unknown;
}

/** The text that is read out first, then a line for each part of each block. */
export function sketchOf(message: { readonly text: string; readonly blocks?: readonly unknown[] }): string {
  const blocks = (message.blocks ?? []).flatMap((block) => linesOf(block as Node));
  return [`text ${JSON.stringify(message.text)}`, ...blocks].join('\n');
}

function linesOf(block: Node): readonly string[] {
  const children = (block.elements ?? []) as readonly Node[];
  switch (block.type) {
    case 'header':
      return [`header ${textOf(block.text as Node)}`];
    case 'divider':
      return ['divider'];
    case 'context':
      return [`context ${children.map(textOf).join(' ')}`];
    case 'actions':
      return [`actions ${children.map(buttonOf).join(' ')}`];
    case 'rich_text':
      return children.flatMap(richOf);
    default:
      throw new Error(`No sketch of ${block.type}`);
  }
}

function richOf(element: Node): readonly string[] {
  const children = element.elements as readonly Node[];
  if (element.type !== 'rich_text_list') return [`${element.type?.replace('rich_text_', '')} ${leavesOf(children)}`];
  return children.map((item) => `list ${leavesOf(item.elements as readonly Node[])}`);
}

function leavesOf(leaves: readonly Node[]): string {
  return leaves.map(leafOf).join('');
}

function leafOf(leaf: Node): string {
  if (leaf.type === 'user') return `<user ${leaf.user_id}>`;
  if (leaf.type === 'link') return `<link ${leaf.url} ${leaf.text}>`;
  if (leaf.type === 'date') return `<date ${leaf.timestamp} ${leaf.format}|${leaf.fallback}>`;
  const [style] = Object.keys((leaf.style ?? {}) as object);
  const text = JSON.stringify(leaf.text);
  return style === undefined ? text : `${style}${text}`;
}

function textOf(text: Node): string {
  return `${text.type === 'plain_text' ? '' : `${text.type} `}${JSON.stringify(text.text)}`;
}

function buttonOf(button: Node): string {
  const style = button.style === undefined ? '' : ` ${button.style}`;
  return `[${(button.text as Node).text}${style}: ${carriedOf(String(button.value))}]`;
}

/** `vote.yes vote=B-3`. */
function carriedOf(value: string): string {
  const carried = carriedIn(value);
  if (carried === null || typeof carried === 'string') throw new Error(`Not what a button carries: ${value}`);
  return [carried.code, ...Object.entries(carried.args).map(([name, arg]) => `${name}=${arg}`)].join(' ');
}
