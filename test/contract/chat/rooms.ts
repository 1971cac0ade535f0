/** Rooms that are out of reach for a while, and are found again. */
import { expect, test } from '@jest/globals';
import { RoomLost } from '../../../src/ports/chat.ts';
import { about, longCard, marksIn, marksOf, saying } from './cards.ts';
import { type RoomStage, staged } from './stage.ts';

export function roomContract(open: () => Promise<RoomStage>): void {
  const on = staged(open);

  test('a lost room is said to be lost; what was to be said arrives once when it is found', async () => {
    const post = (again: boolean) => on.stage.chat.post(on.stage.room, saying('Wartet'), on.key, again);
    await on.stage.loseRoom();
    await expect(post(false)).rejects.toBeInstanceOf(RoomLost);
    await expect(post(true)).rejects.toBeInstanceOf(RoomLost);
    await on.stage.findRoom();
    expect(about('Wartet', await on.stage.shown(on.stage.room))).toEqual([]);

    await post(true);

    expect(about('Wartet', await on.stage.shown(on.stage.room))).toHaveLength(1);
  }, 60_000);

  test('a card in a lost room is changed when the room is found', async () => {
    const id = await on.stage.chat.post(on.stage.room, saying('Vorher'), on.key, false);
    const edit = () => on.stage.chat.edit(on.stage.room, id, saying('Nachher'), `${on.key} edit`);
    await on.stage.loseRoom();
    await expect(edit()).rejects.toBeInstanceOf(RoomLost);
    await on.stage.findRoom();
    expect(about('Vorher', await on.stage.shown(on.stage.room))).toHaveLength(1);

    await edit();

    expect(about('Vorher', await on.stage.shown(on.stage.room))).toEqual([]);
    expect(about('Nachher', await on.stage.shown(on.stage.room))).toHaveLength(1);
  }, 60_000);

  test('a lost room leaves the others and people alone', async () => {
    await on.stage.loseRoom();
    await on.stage.chat.post(on.stage.otherRoom, saying('Nebenan'), `${on.key} other`, false);
    await on.stage.chat.post(on.stage.person, saying('Unter uns'), `${on.key} person`, false);
    await on.stage.findRoom();

    expect(about('Nebenan', await on.stage.shown(on.stage.otherRoom))).toHaveLength(1);
    expect(about('Unter uns', await on.stage.shown(on.stage.person))).toHaveLength(1);
  }, 60_000);

  test('what was said before the room was lost is not said again', async () => {
    const card = longCard('V', 20);
    const first = await on.stage.chat.post(on.stage.room, card, on.key, false);
    await on.stage.loseRoom();
    await on.stage.findRoom();

    const second = await on.stage.chat.post(on.stage.room, card, on.key, true);

    expect(second).toBe(first);
    expect(marksIn(await on.stage.shown(on.stage.room)).filter((mark) => mark.startsWith('§V'))).toEqual(
      marksOf('V', 20),
    );
  }, 60_000);
}
