/** The contract of the local chat's own memory. */
import { expect, test } from '@jest/globals';
import { createTimeline } from '../../../adapters/postgres/timeline.ts';
import type { NewTimelineEntry, Timeline } from '../../../src/ports/timeline.ts';
import { eachStore } from '../../support/database.ts';
import { card, later, unique } from './scene.ts';

function entry(text: string, change: Partial<NewTimelineEntry> = {}): NewTimelineEntry {
  return { room: 'steuerung', author: null, onlyFor: null, text, card: null, at: later(0), ...change };
}

eachStore('timeline', (suite) => {
  let opened: Timeline | undefined;
  const timeline = () => {
    opened ??= createTimeline(suite.database.pool);
    return opened;
  };

  test('a message is appended once per key and found as it was given', async () => {
    const key = unique('key');
    const given = entry('Hallo <b>', { author: 'vorsitz', onlyFor: 'koordination', card: card('x') });

    const appended = await timeline().append(key, given);
    const again = await timeline().append(key, entry('etwas anderes'));

    expect(appended).toMatchObject({ ...given, edit: false });
    expect(again).toEqual(appended);
    expect(await timeline().message(appended.messageId)).toEqual(appended);
    expect(await timeline().message('999999')).toBeNull();
    expect(await timeline().message('never given out')).toBeNull();
  });

  test('a card is replaced once per key, as an edit with a higher sequence', async () => {
    const { messageId, sequence } = await timeline().append(unique('key'), entry('', { card: card('alt') }));
    const key = unique('key');

    const changed = await timeline().change(key, messageId, card('neu'), later(1));
    const again = await timeline().change(key, messageId, card('noch neuer'), later(2));

    expect(changed).toMatchObject({ messageId, card: card('neu'), at: later(1), edit: true });
    expect(changed.sequence).toBeGreaterThan(sequence);
    expect(again).toEqual(changed);
    expect(await timeline().message(messageId)).toEqual(changed);
  });

  test('changing a message that is not there is an error', async () => {
    await expect(timeline().change(unique('key'), '999999', card('x'), later(1))).rejects.toThrow();
  });

  test('what is handed over first comes first, however many come at once', async () => {
    const texts = Array.from({ length: 30 }, (_, n) => `${n}`);

    const appended = await Promise.all(texts.map((text) => timeline().append(unique('key'), entry(text))));

    expect(appended.toSorted((a, b) => a.sequence - b.sequence).map(({ text }) => text)).toEqual(texts);
  });

  test('entries come in order, and from the middle on only what is new', async () => {
    const messages = [];
    for (const text of ['a', 'b', 'c']) messages.push(await timeline().append(unique('key'), entry(text)));
    const [a, b, c] = messages;
    if (!a || !b || !c) throw new Error('no messages');

    expect(await timeline().after(a.sequence - 1, 10)).toEqual([a, b, c]);
    expect(await timeline().after(a.sequence, 1)).toEqual([b]);
    expect(await timeline().after(c.sequence, 10)).toEqual([]);
  });

  test('who was there before a change sees the edit; who comes later sees the message in its newest form and place', async () => {
    const first = await timeline().append(unique('key'), entry('', { card: card('alt') }));
    const second = await timeline().append(unique('key'), entry('danach'));
    const edit = await timeline().change(unique('key'), first.messageId, card('neu'), later(1));

    expect(await timeline().after(second.sequence, 10)).toEqual([edit]);
    expect(await timeline().after(first.sequence - 1, 10)).toEqual([{ ...first, card: card('neu') }, second]);
  });

  test('of a room somebody sees the newest messages in their newest form, without those for others', async () => {
    const room = unique('raum');
    const at = (text: string, change: Partial<NewTimelineEntry> = {}) =>
      timeline().append(unique('key'), entry(text, { room, ...change }));
    const first = await at('a', { card: card('alt') });
    const own = await at('b', { onlyFor: 'vorsitz' });
    await at('c', { onlyFor: 'leitung' });
    await at('d', { room: unique('anderswo') });
    const last = await at('e');
    const edited = await timeline().change(unique('key'), first.messageId, card('neu'), later(1));

    const view = { room, person: 'vorsitz' };
    expect(await timeline().newest(view, 10)).toEqual([edited, own, last]);
    expect(await timeline().newest(view, 2)).toEqual([own, last]);
    expect(await timeline().newest({ ...view, before: own.order }, 2)).toEqual([edited]);
    expect(edited).toMatchObject({ order: first.order, postedAt: first.at });
    expect(await timeline().latest()).toBe(edited.sequence);
  });

  test('a reader who follows along while many write misses nothing', async () => {
    const before = (await timeline().append(unique('key'), entry('Anfang'))).sequence;
    const written = Promise.all(Array.from({ length: 30 }, () => timeline().append(unique('key'), entry('x'))));
    const seen: string[] = [];
    let position = before;
    let done = false;
    const reading = (async () => {
      for (let finished = false; !finished; ) {
        finished = done;
        for (const { sequence, messageId } of await timeline().after(position, 4)) {
          seen.push(messageId);
          position = sequence;
          finished = false;
        }
      }
    })();

    const ids = (await written).map(({ messageId }) => messageId);
    done = true;
    await reading;

    expect(seen.toSorted()).toEqual(ids.toSorted());
  });

  test('people and rooms stay in the order in which they came, under their newest name', async () => {
    for (const [id, name] of [
      ['b', 'B'],
      ['a', 'A'],
      ['b', 'Neu'],
    ] as const) {
      await timeline().ensurePerson({ id, name });
      await timeline().ensureRoom({ id, name });
    }

    const expected = [
      { id: 'b', name: 'Neu' },
      { id: 'a', name: 'A' },
    ];
    expect(await timeline().people()).toEqual(expected);
    expect(await timeline().rooms()).toEqual(expected);
  });

  test('the clock stands at the real time until it is moved, as far as one likes', async () => {
    expect(await timeline().clockOffset()).toBe(0);

    await timeline().setClockOffset(400 * 86_400_000);

    expect(await timeline().clockOffset()).toBe(34_560_000_000);
  });
});
