/** Whose attention is called for: of those a card names, and only by a card that is to reach people. */
import { expect, test } from '@jest/globals';
import type { Card } from '../../../src/message/model.ts';
import { cardOf } from './cards.ts';
import { type AttentionStage, staged } from './stage.ts';

export function attentionContract(open: () => Promise<AttentionStage>): void {
  const on = staged(open);

  const naming = (attention: Card['attention'], words: string) => {
    const { id, name } = on.stage.known;
    const text = [
      { t: 'text', text: words },
      { t: 'person', id, name },
    ] as const;
    return cardOf([{ n: 'paragraph', text }], '', attention);
  };
  const newest = async () => (await on.stage.shown(on.stage.room)).at(-1);

  test('a card that must reach people calls whom it names, once, also when it is changed', async () => {
    const id = await on.stage.chat.post(on.stage.room, naming('ping', 'Bitte abstimmen, '), 'calls', false);
    const called = (await newest())?.notifies;
    await on.stage.chat.edit(on.stage.room, id, naming('ping', 'Noch ein Tag, '), 'calls again');

    expect(called).toEqual([on.stage.knownAs]);
    expect((await newest())?.notifies).toEqual([on.stage.knownAs]);
    expect((await newest())?.text).toContain('Noch ein Tag, ');
  });

  test('a quiet card names them and calls nobody', async () => {
    await on.stage.chat.post(on.stage.room, naming('quiet', 'Zugesagt hat '), 'quiet', false);

    expect((await newest())?.notifies).toEqual([]);
    expect((await newest())?.text).toContain(`Zugesagt hat ${on.stage.known.name}`);
  });
}
