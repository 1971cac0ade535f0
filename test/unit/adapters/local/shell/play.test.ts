/** Playing a script: what is echoed, what the bot says because of it, and where it stops. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Played, playLines } from '../../../../support/shell.ts';

const SETUP = [
  'koordination@steuerung> /prozess einrichten "IK" region BY-KATH',
  'koordination@steuerung> /gruppe steuerung',
  'koordination@steuerung> /gruppe aufnehmen @vorsitz',
];

/** One script for many questions, because opening a store costs more than playing a line. */
const SCRIPT = [
  ...SETUP,
  '',
  '# a remark',
  '  koordination@dm>   /mitwirk stand ',
  'vorsitz@steuerung> /ich',
  'koordination@steuerung> press "Erledigt"',
  'vorsitz@dm> press "Ja"',
  'vorsitz@steuerung> press "Ja" on B-9',
  'koordination@steuerung> /aufgabe neu Erste',
  'koordination@steuerung> /aufgabe neu Zweite @vorsitz bis 22.01.',
  'koordination@steuerung> /aufgabe neu Dritte',
  'koordination@steuerung> press "erledigt"',
  'koordination@steuerung> press "Erledigt" on a-1',
  'vorsitz@steuerung> press "Erledigt" on A-1',
  'clock> +0min',
  'restart>',
  'clock> +2w',
  'restart>',
  'restart>',
];

describe('a script', () => {
  let played: Played;

  beforeAll(async () => {
    played = await playLines(SCRIPT);
  });

  /** What was said because of a line. */
  function because(line: string): readonly string[] {
    const lines = played.transcript.split('\n');
    const from = lines.indexOf(line) + 1;
    const next = lines.findIndex((candidate, index) => index >= from && SCRIPT.includes(candidate));
    return lines.slice(from, next === -1 ? lines.length - 1 : next);
  }

  test('is played to its end, and every line is echoed as it is', () => {
    expect(played).toMatchObject({ status: 0, problem: '', errors: [] });
    expect(played.transcript.split('\n').filter((line) => SCRIPT.includes(line) && line !== '')).toEqual(
      SCRIPT.filter((line) => line !== ''),
    );
  });

  test('makes people when they are first named, also behind an @', () => {
    expect(because('koordination@steuerung> /aufgabe neu Zweite @vorsitz bis 22.01.').join('\n')).toContain(
      'bot@dm/vorsitz: Aufgabe A-2\n    koordination bittet Sie',
    );
  });

  test('tells one person alone what is meant for them', () => {
    expect(because('vorsitz@steuerung> /ich')[0]).toBe('bot@steuerung to vorsitz: Für Sie, vorsitz');
    expect(because('  koordination@dm>   /mitwirk stand ')).toEqual([
      'bot@dm/koordination: Ich bin bereit. Hier läuft der Prozess IK.',
    ]);
  });

  test.each([
    [
      'koordination@steuerung> press "Erledigt"',
      'bot@steuerung to koordination: Einen Knopf „Erledigt“ gibt es hier nicht.',
    ],
    ['vorsitz@dm> press "Ja"', 'bot@dm/vorsitz: Einen Knopf „Ja“ gibt es hier nicht.'],
    ['vorsitz@steuerung> press "Ja" on B-9', 'bot@steuerung to vorsitz: Einen Knopf „Ja“ gibt es hier nicht.'],
    [
      'vorsitz@steuerung> press "Erledigt" on A-1',
      'bot@steuerung to vorsitz: Einen Knopf „Erledigt“ gibt es hier nicht.',
    ],
  ])('goes on where there is no such button, or not any more: %s', (line, answer) => {
    expect(because(line)).toEqual([answer]);
  });

  test('presses the button of the newest card that has it, or on the card of an object, whatever the case', () => {
    expect(because('koordination@steuerung> press "erledigt"')[0]).toContain('A-3 ist erledigt');
    expect(because('koordination@steuerung> press "Erledigt" on a-1')[0]).toContain('A-1 ist erledigt');
  });

  test('moves the clock through everything that is due, each at its own time', () => {
    const stamps = because('clock> +2w').flatMap(
      (line) => /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}) bot@/.exec(line)?.[1] ?? [],
    );

    expect(stamps.length).toBeGreaterThan(3);
    expect(stamps).toEqual([...stamps].sort());
    expect(stamps).toContain('2027-01-15T08:00');
  });

  test('says nothing when the clock stands still, and nothing twice after a restart', () => {
    expect(because('clock> +0min')).toEqual([]);
    expect(because('restart>')).toEqual([]);
    expect(played.transcript.endsWith('restart>\nrestart>\n')).toBe(true);
  });
});

describe('a script stops', () => {
  test.each([
    ['vorsitz: /ich', 'neither'],
    ['clock> 2027-01-11T08:59', 'the clock only moves forward'],
    ['clock> 2027-02-30T08:00', '2027-02-30'],
    ['clock> 2027-01-12T25:00', '25:00'],
  ])('at «%s» with the reason, and plays nothing after it', async (line, why) => {
    const { status, problem, transcript } = await playLines(['a@b> /mitwirk stand', '', line, 'a@b> /ich']);

    expect(status).toBe(2);
    expect(problem).toMatch(/^script:3: /);
    expect(problem).toContain(why);
    expect(transcript).toContain('Ich bin bereit');
    expect(transcript).not.toContain('/ich');
  });
});
