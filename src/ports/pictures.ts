/** Draws what a platform can show as a picture. */
import type { Chart } from '../message/model.ts';

export interface Picture {
  readonly png: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

export interface Pictures {
  draw(chart: Chart): Promise<Picture>;
}
