/**
 * A card as HTML within the tags that the specification allows
 * (https://spec.matrix.org/v1.16/client-server-api/#mroommessage-msgtypes). It is made from typed leaves, so nothing that
 * people wrote can become a tag. No tables: terminal clients flatten them.
 */

import type { PersonId } from '../../../src/domain/ids.ts';
import type { Card, Inline, Node, Text } from '../../../src/message/model.ts';
import { barText, progressText } from '../../../src/message/plain.ts';

/** The Matrix ids of people who have one. */
export type People = ReadonlyMap<PersonId, string>;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Literal text, its line breaks kept. */
function literal(text: string): string {
  return escapeHtml(text).replaceAll('\n', '<br>');
}

/** https://spec.matrix.org/v1.16/appendices/#matrixto-navigation */
export function matrixTo(id: string): string {
  return `https://matrix.to/#/${encodeURIComponent(id).replaceAll('%40', '@').replaceAll('%3A', ':')}`;
}

function linked(url: string, text: string): string {
  return /^https?:\/\//i.test(url) ? `<a href="${escapeHtml(url)}">${literal(text)}</a>` : literal(`${text} (${url})`);
}

function inline(leaf: Inline, people: People): string {
  switch (leaf.t) {
    case 'text':
      return styled(leaf);
    case 'link':
      return linked(leaf.url, leaf.text);
    case 'person': {
      const id = people.get(leaf.id);
      return id === undefined ? literal(leaf.name) : `<a href="${escapeHtml(matrixTo(id))}">${literal(leaf.name)}</a>`;
    }
    case 'date':
      return literal(leaf.text);
    default:
      return leaf satisfies never;
  }
}

function styled({ text, style }: Extract<Inline, { t: 'text' }>): string {
  switch (style) {
    case undefined:
      return literal(text);
    case 'bold':
      return `<strong>${literal(text)}</strong>`;
    case 'italic':
      return `<em>${literal(text)}</em>`;
    case 'code':
      return `<code>${literal(text)}</code>`;
    default:
      return style satisfies never;
  }
}

function line(text: Text, people: People): string {
  return text.map((leaf) => inline(leaf, people)).join('');
}

/** A line with a mark below it needs every space. */
function preformatted([only, ...more]: Text): string | null {
  const code = only?.t === 'text' && only.style === 'code' && only.text.includes('\n') && more.length === 0;
  return code ? `<pre><code>${escapeHtml(only.text)}</code></pre>` : null;
}

function paragraph({ text, tone }: Extract<Node, { n: 'paragraph' }>, people: People): string {
  const inner = line(text, people);
  switch (tone) {
    case undefined:
      return preformatted(text) ?? `<p>${inner}</p>`;
    case 'muted':
      return `<p><em>${inner}</em></p>`;
    case 'warning':
      return `<p><strong>${inner}</strong></p>`;
    default:
      return tone satisfies never;
  }
}

function block(node: Node, people: People): string {
  switch (node.n) {
    case 'paragraph':
      return paragraph(node, people);
    case 'quote':
      return `<blockquote><p>${line(node.text, people)}</p></blockquote>`;
    case 'heading':
      return `<h5>${literal(node.text)}</h5>`;
    case 'list':
      return `<ul>${node.items.map((item) => `<li>${line(item, people)}</li>`).join('')}</ul>`;
    case 'fields': {
      const rows = node.items.map((field) => `<strong>${literal(field.label)}:</strong> ${line(field.value, people)}`);
      return `<p>${rows.join('<br>')}</p>`;
    }
    case 'progress':
      return `<p>${literal(progressText(node.label, node.done, node.total))}</p>`;
    case 'chart': {
      const bars = node.chart.bars.map((bar) => `<li>${literal(barText(bar))}</li>`);
      return `<h5>${literal(node.chart.title)}</h5><ul>${bars.join('')}</ul>`;
    }
    case 'divider':
      return '<hr>';
    case 'actions':
    case 'poll':
      return '';
    default:
      return node satisfies never;
  }
}

export function htmlOf(card: Card, people: People): string {
  const title = card.title === '' ? '' : `<h4>${literal(card.title)}</h4>`;
  return title + card.body.map((node) => block(node, people)).join('');
}
