/** A space belongs to a process: its rooms are listed, and a fresh one finds its process. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { moveRoom, seeSpaces } from '../../../../src/app/presence.ts';
import { type Conversation, type Conversations, openConversations } from '../../../support/conversation.ts';

let conversations: Conversations;
let talk: Conversation;

/** What the platform shows: rooms by space; `-` in front of a room the bot is not in, `?` where it sees no name either. */
function see(spaces: Readonly<Record<string, readonly string[]>>): Promise<void> {
  const shown = Object.entries(spaces).map(([name, rooms]) => ({
    externalId: `space ${name}`,
    name,
    rooms: rooms.map((room) => ({
      externalId: room.replace(/^[-?]/, ''),
      name: room.startsWith('?') ? null : room.replace(/^-/, ''),
      address: null,
      inside: /^\w/.test(room),
    })),
  }));
  return seeSpaces(talk.store, 'local', shown);
}

beforeAll(async () => {
  conversations = await openConversations();
});
beforeEach(async () => {
  talk = await conversations.begin('2027-01-11T09:00');
  await talk.says('koordination@stadtrat', '/prozess einrichten "Stadt" region BY-KATH');
  await talk.says('koordination@kreistag', '/prozess einrichten "Kreis" region BE');
  await talk.says('koordination@stadtrat', '/gruppe steuerung');
  await see({ Stadtspace: ['stadtrat', 'sprache', '-vorstand', '?geheim'], Kreisspace: ['kreistag', 'wohnen'] });
  await talk.heard();
});
afterAll(() => conversations.close());

describe('the list of a space', () => {
  test('says which group lives where, what to type where none does, and where the bot has to be let in', async () => {
    expect(await talk.says('koordination@stadtrat', '/prozess space')).toBe(
      [
        'Space „Stadtspace“',
        'Dieser Space gehört jetzt zum Prozess „Stadt“. Auch neue Räume darin ordne ich ihm gleich zu.',
        'Räume mit einer Gruppe',
        '- stadtrat – Steuerungsgruppe',
        'Räume ohne Gruppe, und was Sie dort schreiben, damit eine beginnt',
        '- sprache – /gruppe neu "sprache"',
        'Mit Handlungsfeld sieht es so aus: /gruppe neu "AG Bildung" feld Bildung',
        'Räume, in denen ich nicht bin',
        '- vorstand',
        '- Ein Raum, dessen Namen ich nicht sehe',
        'Soll dort eine Gruppe arbeiten, laden Sie mich bitte in den jeweiligen Raum ein.',
      ].join('\n'),
    );
    expect(await talk.heard()).toEqual([]);
  });

  test('is shown afresh by the same command, also in the direct chat, as it is by then', async () => {
    await talk.says('koordination@kreistag', '/prozess archivieren bestätigen');
    await talk.says('koordination@stadtrat', '/prozess space');
    await talk.says('koordination@sprache', '/gruppe neu "AG Sprache"');
    await see({ Stadtspace: ['stadtrat', 'sprache', 'vorstand', 'fest'] });

    const list = await talk.says('koordination@dm', '/prozess space');

    expect(list).toContain('Dieser Space gehört zum Prozess „Stadt“.');
    expect(list).toContain('- sprache – AG Sprache');
    expect(list).toContain('- vorstand – /gruppe neu "vorstand"');
    expect(list).toContain('- fest – /gruppe neu "fest"');
    expect(list).not.toContain('in denen ich nicht bin');
    expect(await talk.heard()).toHaveLength(1);
  });

  test('tells of rooms of another process only how many they are', async () => {
    await see({ Stadtspace: ['stadtrat', 'kreistag'] });

    const list = await talk.says('koordination@stadtrat', '/prozess space');

    expect(list).toContain('Ein weiterer Raum gehört zu einem anderen Prozess.');
    expect(list).not.toContain('kreistag');
  });

  test('says so when the bot was put out of the space', async () => {
    await talk.says('koordination@stadtrat', '/prozess space');
    await see({});

    expect(await talk.says('koordination@stadtrat', '/prozess space')).toContain(
      'Zurzeit bin ich nicht in diesem Space',
    );
  });
});

describe('a fresh room', () => {
  beforeEach(() => talk.says('koordination@stadtrat', '/prozess space'));

  test('of the space belongs to its process, though whoever speaks coordinates two', async () => {
    expect(await talk.says('koordination@wohnen', '/prozess')).toMatch(/^Sie nehmen an mehreren Prozessen teil\./);
    expect(await talk.says('koordination@sprache', '/prozess')).toMatch(/^Stadt\n/);

    await talk.says('koordination@kreistag', '/prozess space');
    expect(await talk.says('koordination@wohnen', '/prozess')).toMatch(/^Kreis\n/);

    await talk.says('koordination@sprache', '/gruppe neu "AG Sprache"');
    expect(await talk.says('koordination@stadtrat', '/gruppe liste')).toContain('AG Sprache');
  });

  test('lets nobody see the process who takes no part in it', async () => {
    expect(await talk.says('gast@sprache', '/prozess')).toMatch(/^Das sehen nur Menschen, die an diesem Prozess/);
  });

  test('that left the space belongs to it no longer, and a room with a process of its own to that', async () => {
    await see({ Stadtspace: ['stadtrat', 'kreistag'] });

    expect(await talk.says('koordination@sprache', '/prozess')).toMatch(/^Sie nehmen an mehreren Prozessen teil\./);
    expect(await talk.says('koordination@kreistag', '/prozess')).toMatch(/^Kreis\n/);
  });

  test('in spaces of two processes is claimed by neither', async () => {
    await talk.says('koordination@kreistag', '/prozess space');
    await see({ Stadtspace: ['stadtrat', 'sprache'], Kreisspace: ['kreistag', 'sprache'] });

    const answer = await talk.says('koordination@sprache', '/gruppe neu "AG Sprache"');

    expect(answer).toMatch(/^Dieser Raum liegt in Spaces mehrerer Prozesse: (Kreis, Stadt|Stadt, Kreis)\./);
    await talk.says('koordination@kreistag', '/prozess space lösen');
    expect(await talk.says('koordination@sprache', '/prozess')).toMatch(/^Stadt\n/);
  });

  test('finds its process after the space was replaced', async () => {
    await moveRoom(talk.store, 'local', 'space Stadtspace', 'space Neu', talk.now());
    await see({ Neu: ['stadtrat', 'frisch'] });

    expect(await talk.says('koordination@frisch', '/prozess')).toMatch(/^Stadt\n/);
  });

  test('finds none any more once the process is over', async () => {
    await talk.says('koordination@stadtrat', '/prozess archivieren bestätigen');

    expect(await talk.says('koordination@sprache', '/prozess')).toMatch(/^Kreis\n/);
    expect(await talk.says('koordination@kreistag', '/prozess space "Stadtspace"')).toContain('sehe ich hier nicht');
    expect(await talk.says('koordination@sprache', '/prozess space')).toContain('gehört jetzt zum Prozess „Kreis“');
  });
});

describe('which space is meant', () => {
  test('is no question where there is none: it is said what to do', async () => {
    await see({});

    expect(await talk.says('koordination@stadtrat', '/prozess space')).toMatch(/Bitte laden Sie mich in den Space ein/);
  });

  test('is asked where there are several, and answered by the name', async () => {
    await see({ Stadtspace: ['stadtrat', 'sprache'], Arbeitsgruppen: ['stadtrat'] });

    expect(await talk.says('koordination@stadtrat', '/prozess space')).toContain('Arbeitsgruppen, Stadtspace');
    expect(await talk.says('koordination@stadtrat', '/prozess space Rathaus')).toContain(
      '„Rathaus“ sehe ich hier nicht',
    );
    expect(await talk.says('koordination@stadtrat', '/process space "stadtspace"')).toContain('Space „Stadtspace“');
    expect(await talk.says('koordination@stadtrat', '/prozess space')).toContain('Space „Stadtspace“');
  });

  test('is never one that belongs to another process', async () => {
    await talk.says('koordination@stadtrat', '/prozess space');
    await see({ Stadtspace: ['stadtrat', 'kreistag'] });

    expect(await talk.says('koordination@kreistag', '/prozess space')).toContain('gehört schon zum Prozess „Stadt“');
    expect(await talk.says('koordination@kreistag', '/prozess space lösen')).toBe(
      'Zu diesem Prozess gehört kein Space.',
    );
  });

  test('is for the coordination to say', async () => {
    expect(await talk.says('mitglied@stadtrat', '/prozess space')).toContain('Koordination');
    expect(await talk.says('mitglied@stadtrat', '/prozess')).toMatch(/^Stadt\n/);
  });
});

test('a space that was let go is nobody’s: the list begins anew, and groups stay', async () => {
  await talk.says('koordination@stadtrat', '/prozess space');

  expect(await talk.says('koordination@stadtrat', '/prozess space lösen')).toMatch(
    /^Der Space „Stadtspace“ gehört nicht/,
  );

  expect(await talk.says('koordination@sprache', '/prozess')).toMatch(/^Sie nehmen an mehreren Prozessen teil\./);
  expect(await talk.says('koordination@stadtrat', '/gruppe')).toMatch(/^Steuerungsgruppe/);
  expect(await talk.says('koordination@stadtrat', '/prozess space')).toContain('gehört jetzt zum Prozess „Stadt“');
});
