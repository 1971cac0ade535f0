/** Charts as pictures: sharp, with their letters, whatever people call their groups. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chartSvg } from '../../../../adapters/documents/chartSvg.ts';
import { createPictures } from '../../../../adapters/documents/pictures.ts';
import type { Chart } from '../../../../src/message/model.ts';

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const pictures = createPictures();

function chart(label: string, done = 3, late = 1): Chart {
  const parts = [
    { label: 'erledigt', value: done, tone: 'good' as const },
    { label: 'offen', value: 2, tone: 'neutral' as const },
    { label: 'überfällig', value: late, tone: 'bad' as const },
  ];
  return { title: 'Aufgaben je Gruppe', bars: [{ label, parts }] };
}

/** Width and height as the file itself says: https://www.w3.org/TR/png-3/#11IHDR */
function sizeOf(png: Uint8Array): readonly [number, number] {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

test('a chart becomes a PNG of the size that is told', async () => {
  const { png, width, height } = await pictures.draw(chart('AG Bildung'));

  expect([...png.slice(0, 8)]).toEqual(PNG_SIGNATURE);
  expect(sizeOf(png)).toEqual([width, height]);
});

test('letters of every script our users write are drawn, and other words give another picture', async () => {
  const drawn: string[] = [];
  for (const label of ['', 'AG Bildung', 'AG Arbeit', 'مجموعة', 'група', 'Ομάδα', 'çğışö']) {
    drawn.push(Buffer.from((await pictures.draw(chart(label))).png).toString('base64'));
  }
  expect(new Set(drawn).size).toBe(drawn.length);
});

test('whatever a group is called, it is drawn as text and nothing else', async () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom('</text><script>', ']]>', '&#0;'),
  );
  await fc.assert(
    fc.asyncProperty(words, fc.nat(500), fc.nat(500), async (label, done, late) => {
      const some = chart(label, done, late);
      const { svg } = chartSvg(some);

      expect(svg.match(/<(?!\/?(?:svg|rect|text)\b)/g)).toBeNull();
      expect([...(await pictures.draw(some)).png.slice(0, 8)]).toEqual(PNG_SIGNATURE);
    }),
    { numRuns: 40 },
  );
});

test('a long name ends in «…» inside the picture; numbers stay out of parts too narrow for them', () => {
  const { svg } = chartSvg(chart('Arbeitsgruppe '.repeat(12), 1_000, 1));

  expect(svg).toContain('…</text>');
  expect(svg).toContain('>1000</text>');
  expect(svg).not.toContain('>1</text>');
});
