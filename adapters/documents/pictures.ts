/** Charts as PNG, drawn in WebAssembly: the same on every machine, whatever fonts it has. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Picture, Pictures } from '../../src/ports/pictures.ts';
import { chartSvg } from './chartSvg.ts';

/** Twice as many pixels as units, so that it is sharp on a phone. */
const SCALE = 2;
/** Without a font of its own text would be left out, and no error tell it. */
const FONTS = ['dejavu-fonts-ttf/ttf/DejaVuSans.ttf', 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'];

const { resolve } = createRequire(import.meta.url);
/** The library may be started once in a process. */
let started: Promise<readonly Uint8Array[]> | null = null;

async function start(): Promise<readonly Uint8Array[]> {
  const fonts = await Promise.all(FONTS.map((font) => readFile(resolve(font))));
  await initWasm(await readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return fonts;
}

/** Loads nothing until the first chart is drawn; that one takes some tenths of a second. */
export function createPictures(): Pictures {
  return {
    async draw(chart): Promise<Picture> {
      started ??= start().catch((error: unknown) => {
        started = null;
        throw error;
      });
      const fontBuffers = [...(await started)];
      const { svg, width, height } = chartSvg(chart);
      const drawing = new Resvg(svg, {
        fitTo: { mode: 'zoom', value: SCALE },
        font: { fontBuffers, loadSystemFonts: false, defaultFontFamily: 'DejaVu Sans' },
      });
      try {
        return { png: drawing.render().asPng(), width: width * SCALE, height: height * SCALE };
      } finally {
        drawing.free();
      }
    },
  };
}
