/** Charts as PNG, drawn in WebAssembly: the same on every machine, whatever fonts it has. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Picture, Pictures } from '../../src/ports/pictures.ts';
import { chartSvg } from './chartSvg.ts';

/** Twice as many pixels as units, so that it is sharp on a phone. */
const SCALE = 2;
/** Without a font of its own text would be left out, and no error tell it. */
const FONTS = ['fonts/DejaVuSans.ttf', 'fonts/DejaVuSans-Bold.ttf'].map((name) => new URL(name, import.meta.url));

/** The library may be started once in a process. */
let started: ReturnType<typeof start> | null = null;

async function start() {
  const fontBuffers = await Promise.all(FONTS.map((font) => readFile(font)));
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  await initWasm(await readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return { Resvg, fontBuffers };
}

/** Loads nothing until the first chart is drawn; that one takes some tenths of a second. */
export function createPictures(): Pictures {
  return {
    async draw(chart): Promise<Picture> {
      started ??= start().catch((error: unknown) => {
        started = null;
        throw error;
      });
      const { Resvg, fontBuffers } = await started;
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
