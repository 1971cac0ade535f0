/** Charts as pictures beside the same in words. */
import { afterEach, expect, test } from '@jest/globals';
import { about, CHART_WORDS, cardOf, chart, paragraph, saying } from './cards.ts';
import { type PictureStage, staged } from './stage.ts';

export function pictureContract(open: () => Promise<PictureStage>): void {
  const on = staged(open);
  afterEach(() => {
    on.stage.setDrawing(0);
    on.stage.setTakesFiles(true);
  });

  const card = () => cardOf([paragraph(`Bericht ${on.key}`), chart()]);
  /** What has been shown since `before` messages. */
  const since = async (before: number) => (await on.stage.shown(on.stage.room)).slice(before);
  const count = async () => (await on.stage.shown(on.stage.room)).length;
  const pictures = async (before: number) => (await since(before)).flatMap((message) => message.pictures);

  test('a chart is shown as a picture, and its numbers stand in words', async () => {
    const before = await count();
    await on.stage.chat.post(on.stage.room, card(), on.key, false);

    expect(await pictures(before)).toEqual([CHART_WORDS]);
    const [message] = about('Bericht', await since(before));
    for (const form of [message?.text, message?.spoken]) expect(form).toContain('AG Bildung: 3 erledigt, 2 offen');
  });

  test.each([
    ['cannot be drawn', () => on.stage.setDrawing(null)],
    ['is not taken', () => on.stage.setTakesFiles(false)],
  ])('where the picture %s, the words have to do', async (_why, hinder) => {
    const before = await count();
    hinder();
    await on.stage.chat.post(on.stage.room, card(), on.key, false);

    expect(await pictures(before)).toEqual([]);
    const [message, ...others] = about('Bericht', await since(before));
    expect(message?.text).toContain('AG Bildung: 3 erledigt, 2 offen');
    expect(others).toEqual([]);
  });

  test('a message tried again shows its picture once', async () => {
    const before = await count();
    on.stage.loseAnswer(0);
    await on.stage.chat.post(on.stage.room, card(), on.key, false).catch(() => undefined);
    await on.stage.chat.post(on.stage.room, card(), on.key, true);

    expect(await pictures(before)).toEqual([CHART_WORDS]);
    expect(about('Bericht', await since(before))).toHaveLength(1);
  });

  test('while a picture is drawn, the room waits, and another room does not', async () => {
    const before = await count();
    on.stage.setDrawing(600);
    const done: string[] = [];
    const post = async (where: 'room' | 'otherRoom', what: ReturnType<typeof card>, name: string) => {
      await on.stage.chat.post(on.stage[where], what, `${on.key} ${name}`, false);
      done.push(name);
    };
    await Promise.all([
      post('room', card(), 'drawn'),
      post('room', saying('Nach dem Bild'), 'next'),
      post('otherRoom', saying('Woanders'), 'elsewhere'),
    ]);

    expect(done).toEqual(['elsewhere', 'drawn', 'next']);
    const messages = await since(before);
    const at = (words: string) => messages.findIndex(({ text }) => text.includes(words));
    const picture = messages.findIndex((message) => message.pictures.length > 0);
    expect(at('Nach dem Bild')).toBeGreaterThan(Math.max(at('Bericht'), picture));
  });
}
