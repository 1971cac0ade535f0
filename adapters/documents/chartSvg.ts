/** A chart as SVG: a bar for each label, its parts side by side with their numbers, and what the colours mean. */
import type { Chart, ChartBar, ChartPart } from '../../src/message/model.ts';

const WIDTH = 640;
const MARGIN = 24;
const INNER = WIDTH - 2 * MARGIN;
const TITLE_SIZE = 20;
const TEXT_SIZE = 16;
const BAR_HEIGHT = 28;
const ROW_HEIGHT = 66;
const LEGEND_HEIGHT = 40;
/** Room that a letter takes on average, as a share of its size: the widest of DejaVu Sans are rare. */
const LETTER = 0.62;
/** A part narrower than this shows no number; the words beside the picture do. */
const NUMBER_ROOM = 22;

/** Numbers and colours stand apart from each other and from white by 4.5:1 at least (WCAG 2.2, 1.4.3), also in grey. */
const COLOURS: Readonly<Record<ChartPart['tone'], { readonly fill: string; readonly ink: string }>> = {
  good: { fill: '#1d6b4f', ink: '#ffffff' },
  neutral: { fill: '#cfd8dc', ink: '#1c2b33' },
  bad: { fill: '#b3261e', ink: '#ffffff' },
};
const INK = '#1c2b33';

export interface Svg {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

export function chartSvg({ title, bars }: Chart): Svg {
  const head = MARGIN + TITLE_SIZE;
  const height = head + MARGIN / 2 + bars.length * ROW_HEIGHT + LEGEND_HEIGHT;
  const most = Math.max(1, ...bars.map(totalOf));
  const content = [
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    label(MARGIN, head, title, TITLE_SIZE, { weight: 'bold' }),
    ...bars.map((bar, index) => row(bar, head + MARGIN / 2 + index * ROW_HEIGHT, most)),
    legend(bars[0]?.parts ?? [], height - LEGEND_HEIGHT / 2),
  ];
  const box = `width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${box} font-family="DejaVu Sans">${content.join('')}</svg>`;
  return { svg, width: WIDTH, height };
}

function totalOf({ parts }: ChartBar): number {
  return parts.reduce((sum, { value }) => sum + value, 0);
}

/** All bars have the same scale, so that a group with more tasks has a longer one. */
function row(bar: ChartBar, top: number, most: number): string {
  const pieces = [label(MARGIN, top + TEXT_SIZE + 6, bar.label, TEXT_SIZE)];
  let x = MARGIN;
  for (const part of bar.parts.filter(({ value }) => value > 0)) {
    const width = (part.value / most) * INNER;
    pieces.push(piece(part, x, top + TEXT_SIZE + 14, width));
    x += width;
  }
  return pieces.join('');
}

function piece({ value, tone }: ChartPart, x: number, y: number, width: number): string {
  const { fill, ink } = COLOURS[tone];
  const box = `<rect x="${x}" y="${y}" width="${width}" height="${BAR_HEIGHT}" fill="${fill}" stroke="#ffffff"/>`;
  if (width < NUMBER_ROOM) return box;
  return box + label(x + width / 2, y + BAR_HEIGHT / 2 + 6, `${value}`, TEXT_SIZE, { anchor: 'middle', fill: ink });
}

function legend(parts: readonly ChartPart[], y: number): string {
  let x = MARGIN;
  return parts
    .map((part) => {
      const box = `<rect x="${x}" y="${y - 12}" width="14" height="14" fill="${COLOURS[part.tone].fill}"/>`;
      const words = label(x + 20, y, part.label, TEXT_SIZE);
      x += 20 + (part.label.length + 3) * TEXT_SIZE * LETTER;
      return box + words;
    })
    .join('');
}

interface Look {
  readonly weight?: 'bold';
  readonly anchor?: 'middle';
  readonly fill?: string;
}

function label(x: number, y: number, text: string, size: number, { weight, anchor, fill = INK }: Look = {}): string {
  const look = `${weight ? ` font-weight="${weight}"` : ''}${anchor ? ` text-anchor="${anchor}"` : ''}`;
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}"${look}>${escapeXml(fitting(text, size))}</text>`;
}

/** What is longer than the picture is wide ends in «…»; in words it stands whole. */
function fitting(text: string, size: number): string {
  const room = Math.floor(INNER / (size * LETTER));
  const letters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  return letters.length <= room ? text : `${letters.slice(0, room - 1).join('')}…`;
}

/** XML allows no control characters, not even escaped: https://www.w3.org/TR/xml/#charsets */
function escapeXml(text: string): string {
  return (
    text
      .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      // Only as part of `]]>`, which may not stand in text.
      .replaceAll('>', '&gt;')
  );
}
