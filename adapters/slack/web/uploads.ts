/** Charts as pictures in Slack: https://docs.slack.dev/messaging/working-with-files#upload */
import type { Card, Chart } from '../../../src/cards/model.ts';
import { chartsOf, chartText } from '../../../src/cards/plain.ts';
import type { Log } from '../../../src/ports/log.ts';
import type { Pictures } from '../../../src/ports/pictures.ts';
import { below, FILE_ALT_TEXT } from '../render/limits.ts';
import { shorten } from '../render/shorten.ts';
import type { Workspace } from './workspace.ts';

/** Slack's ids of the pictures of charts. */
export type Uploaded = ReadonlyMap<Chart, string>;

export const NO_PICTURES: Uploaded = new Map();

const UPLOAD_MS = 20_000;

export interface Uploads {
  /** What cannot be uploaded is missing: its numbers stand in words anyway. Never fails. */
  of(card: Card, workspace: Workspace): Promise<Uploaded>;
}

export function createUploads(pictures: Pictures, log: Log): Uploads {
  async function upload(chart: Chart, workspace: Workspace): Promise<string> {
    const { png } = await pictures.draw(chart);
    const client = await workspace.client();
    const filename = 'chart.png';
    const altText = shorten(chartText(chart), below(FILE_ALT_TEXT));
    // The SDK has another name for the words that describe the picture than Slack's documentation.
    const place = { filename, length: png.length, alt_txt: altText };
    const { upload_url, file_id } = await client.files.getUploadURLExternal(place);
    if (!upload_url || !file_id) throw new Error('slack gave no address for a file');
    const answer = await fetch(upload_url, {
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

  return {
    async of(card, workspace) {
      const uploaded = new Map<Chart, string>();
      for (const chart of chartsOf(card)) {
        try {
          uploaded.set(chart, await upload(chart, workspace));
        } catch (error) {
          log.warn('a chart is shown in words only', { reason: String(error) });
        }
      }
      return uploaded;
    },
  };
}
