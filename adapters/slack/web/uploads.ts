/** Charts as pictures in Slack: https://docs.slack.dev/messaging/working-with-files#upload */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Card, Chart } from '../../../src/message/model.ts';
import { chartsOf, chartText } from '../../../src/message/plain.ts';
import type { Log } from '../../../src/ports/log.ts';
import type { Pictures } from '../../../src/ports/pictures.ts';
import { below, FILE_ALT_TEXT } from '../render/limits.ts';
import { shorten } from '../render/shorten.ts';
import { createCache } from './cache.ts';
import { heldFetch } from './client.ts';
import type { Workspace } from './workspace.ts';

/** Slack's ids of the pictures of charts. */
export type Uploaded = ReadonlyMap<Chart, string>;

export const NO_PICTURES: Uploaded = new Map();

const UPLOAD_MS = 10_000;
/** All pictures of a card together: the message, and what waits behind it in its channel, is worth more than a picture. */
const PATIENCE_MS = 12_000;
/** Pictures of messages that are still being tried. */
const KEPT = 200;

export interface Uploads {
  /**
   * What cannot be uploaded, or not soon, is missing: its numbers stand in words anyway. Never fails.
   * @param key of the message: its pictures are uploaded once, however often it is tried
   */
  of(card: Card, workspace: Workspace, key: string): Promise<Uploaded>;
}

/** @param patienceMs for all pictures of a card */
export function createUploads(pictures: Pictures, log: Log, patienceMs = PATIENCE_MS): Uploads {
  const known = createCache<string>(KEPT);

  async function upload(chart: Chart, workspace: Workspace): Promise<string> {
    const { png } = await pictures.draw(chart);
    const client = await workspace.client();
    const filename = 'chart.png';
    const altText = shorten(chartText(chart), below(FILE_ALT_TEXT));
    // The SDK has another name for the words that describe the picture than Slack's documentation.
    const place = { filename, length: png.length, alt_txt: altText };
    const { upload_url, file_id } = await client.files.getUploadURLExternal(place);
    if (!upload_url || !file_id) throw new Error('slack gave no address for a file');
    const answer = await heldFetch(upload_url, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(png),
      signal: AbortSignal.timeout(UPLOAD_MS),
    });
    if (!answer.ok) throw new Error(`slack did not take a file: ${answer.status}`);
    // Without a channel: it is shown by the message that names it.
    await client.files.completeUploadExternal({ files: [{ id: file_id, title: chart.title }] });
    return file_id;
  }

  async function uploadOnce(chart: Chart, workspace: Workspace, key: string): Promise<string> {
    const id = known.get(key) ?? (await upload(chart, workspace));
    known.set(key, id);
    return id;
  }

  return {
    async of(card, workspace, key) {
      const charts = chartsOf(card);
      if (charts.length === 0) return NO_PICTURES;
      const uploaded = new Map<Chart, string>();
      const late = sleep(patienceMs, 'late' as const, { ref: false });
      for (const [index, chart] of charts.entries()) {
        try {
          const work = uploadOnce(chart, workspace, `${key} ${index}`);
          const id = await Promise.race([work, late]);
          if (id === 'late') throw new Error('its upload takes too long');
          uploaded.set(chart, id);
        } catch (error) {
          log.warn('a chart is shown in words only', { reason: String(error) });
        }
      }
      return uploaded;
    },
  };
}
