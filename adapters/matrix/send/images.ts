/** Charts as pictures, each an event of its own below its card: https://spec.matrix.org/v1.16/client-server-api/#mimage */
import type { Card, Chart } from '../../../src/message/model.ts';
import { chartsOf, chartText } from '../../../src/message/plain.ts';
import type { Log } from '../../../src/ports/log.ts';
import type { Picture, Pictures } from '../../../src/ports/pictures.ts';
import type { Encryption } from '../crypto/encryption.ts';
import type { Client } from '../http/client.ts';
import type { Rooms } from '../rooms/rooms.ts';
import { type Content, UploadAnswer } from '../schema.ts';
import type { Events } from './events.ts';
import { patiently } from './patience.ts';
import { transactionId } from './transaction.ts';

export interface Images {
  /** What cannot be shown is left out: its numbers stand in the card. Never fails. The same key sends once. */
  send(place: { readonly roomId: string; readonly relation?: Content }, card: Card, key: string): Promise<void>;
}

interface Parts {
  readonly client: Pick<Client, 'call'>;
  readonly rooms: Rooms;
  readonly events: Events;
  readonly encryption: Pick<Encryption, 'encryptFile'>;
  readonly pictures: Pictures;
  readonly log: Log;
}

const PATIENCE_MS = 20_000;
const NAME = 'chart.png';
const PNG = 'image/png';

export function createImages({ client, rooms, events, encryption, pictures, log }: Parts): Images {
  async function upload(bytes: Uint8Array, contentType: string, name: Record<string, string>): Promise<string> {
    const path = '/_matrix/media/v3/upload';
    const work = () => client.call({ method: 'POST', path, query: name, body: bytes, contentType });
    return UploadAnswer.parse(await patiently(work, PATIENCE_MS)).content_uri;
  }

  /** In an encrypted room the server gets neither the picture nor its name. */
  async function source(roomId: string, png: Uint8Array): Promise<Content> {
    const { encrypted } = await rooms.get(roomId);
    if (!encrypted) return { url: await upload(png, PNG, { filename: NAME }) };
    const { bytes, file } = await encryption.encryptFile(png);
    return { file: { ...file, url: await upload(bytes, 'application/octet-stream', {}) } };
  }

  function contentOf(chart: Chart, { png, width, height }: Picture, where: Content): Content {
    return {
      msgtype: 'm.image',
      // Since the file has a name of its own, these are the words that describe the picture.
      body: chartText(chart),
      filename: NAME,
      ...where,
      info: { mimetype: PNG, size: png.length, w: width, h: height },
      'm.mentions': {},
    };
  }

  return {
    async send({ roomId, relation = {} }, card, key) {
      for (const [index, chart] of chartsOf(card).entries()) {
        try {
          const picture = await pictures.draw(chart);
          const content = { ...contentOf(chart, picture, await source(roomId, picture.png)), ...relation };
          const transaction = transactionId(key, 'image', index);
          await patiently(() => events.send(roomId, 'm.room.message', content, transaction), PATIENCE_MS);
        } catch (error) {
          log.warn('a chart is shown in words only', { room: roomId, reason: String(error) });
        }
      }
    },
  };
}
