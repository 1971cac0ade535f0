/** The form of a script, line by line. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { momentOf } from '../../../../../adapters/local/shell/play.ts';
import { readScript } from '../../../../../adapters/local/shell/run.ts';
import { readScriptLine } from '../../../../../adapters/local/shell/script.ts';
import { transcriptOf } from '../../../../../adapters/local/shell/transcript.ts';
import { action, actions, card, list, paragraph, quote } from '../../../../../src/cards/build.ts';
import type { TimelineEntry } from '../../../../../src/ports/timeline.ts';
import { phrases } from '../../../../../src/text/phrases.ts';

describe('a line', () => {
  test.each(['', '   ', '# a remark', '  # a remark', '#'])('«%s» is ignored', (line) => {
    expect(readScriptLine(line)).toEqual({ kind: 'nothing' });
  });

  test.each([
    ['vorsitz@steuerung> /vote status', 'vorsitz', 'steuerung', '/vote status'],
    ['vorsitz@dm> ja', 'vorsitz', 'dm', 'ja'],
    ['vorsitz@steuerung>/vote status', 'vorsitz', 'steuerung', '/vote status'],
    ['  vorsitz@steuerung> /vote status  ', 'vorsitz', 'steuerung', '/vote status'],
    ['anna.b@ag-bildung_2> Guten Tag, # kein Kommentar', 'anna.b', 'ag-bildung_2', 'Guten Tag, # kein Kommentar'],
    ['Jürgen@Küche> hallo', 'Jürgen', 'Küche', 'hallo'],
    ['a@b> c@d> e', 'a', 'b', 'c@d> e'],
    ['a@b> press Ja', 'a', 'b', 'press Ja'],
    ['a@b> pressen Sie "Ja"', 'a', 'b', 'pressen Sie "Ja"'],
  ])('«%s» is said', (line, person, room, text) => {
    expect(readScriptLine(line)).toEqual({ kind: 'say', person, room, text });
  });

  test.each([
    ['a@b> press "Ja"', 'Ja', null],
    ['a@b> press "Ja" on B-3', 'Ja', 'B-3'],
    ['a@b> press „Ja“ on b3', 'Ja', 'b3'],
    ['a@b>   press   "+1 Woche"   on   A-12  ', '+1 Woche', 'A-12'],
    ['a@b> press "Meine Beiträge" on R-2.7', 'Meine Beiträge', 'R-2.7'],
  ])('«%s» presses a button', (line, label, on) => {
    expect(readScriptLine(line)).toEqual({ kind: 'press', person: 'a', room: 'b', label, on });
  });

  test.each([
    ['clock> 2027-01-18T08:00', { kind: 'clock', moment: '2027-01-18T08:00' }],
    ['clock>2027-01-18T08:00', { kind: 'clock', moment: '2027-01-18T08:00' }],
    ['clock> +90min', { kind: 'clockBy', minutes: 90 }],
    ['clock> +3h', { kind: 'clockBy', minutes: 180 }],
    ['clock> +3d', { kind: 'clockBy', minutes: 4320 }],
    ['clock> +2w', { kind: 'clockBy', minutes: 20_160 }],
    ['restart>', { kind: 'restart' }],
    ['  restart>  ', { kind: 'restart' }],
  ])('«%s» moves time or begins anew', (line, expected) => {
    expect(readScriptLine(line)).toEqual(expected);
  });

  test.each([
    'vorsitz /vote status',
    'vorsitz@steuerung /vote status',
    'vorsitz@steuerung>',
    'vorsitz@> hallo',
    '@steuerung> hallo',
    'vor sitz@steuerung> hallo',
    'clock>',
    'clock> 3d',
    'clock> +3',
    'clock> +3m',
    'clock> +3 Tage',
    'clock> -3d',
    'clock> 18.01.2027',
    'clock> 2027-01-18',
    'clock> 2027-01-18T08:00:00',
    'restart> now',
    'restart',
    '// a remark',
  ])('«%s» is of none of the forms', (line) => {
    expect(readScriptLine(line)).toBeNull();
  });

  test('whatever it is, reading it never fails', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (line) => {
        expect(() => readScriptLine(line)).not.toThrow();
      }),
    );
  });
});

describe('a file', () => {
  test.each([
    ['line feeds', 'a\nb\n\n'],
    ['carriage returns too', 'a\r\nb\r\n\r\n'],
    ['a byte order mark', '\ufeffa\nb\n\n'],
  ])('with %s has the same lines', (_name, content) => {
    const folder = mkdtempSync(join(tmpdir(), 'mitwirk-script-'));
    const file = join(folder, 'x.mitwirk');
    writeFileSync(file, content);

    expect(readScript(file)).toEqual(['a', 'b', '', '']);
    rmSync(folder, { recursive: true });
  });
});

describe('a moment', () => {
  test('is that of the clocks in the zone, in summer and in winter', () => {
    expect(momentOf('2027-01-18T08:00', 'Europe/Berlin').toISOString()).toBe('2027-01-18T07:00:00.000Z');
    expect(momentOf('2027-07-18T08:00', 'Europe/Berlin').toISOString()).toBe('2027-07-18T06:00:00.000Z');
  });

  test.each(['2027-02-30T08:00', '2027-13-01T08:00', '2027-01-18T24:00', '2027-01-18T08:60'])(
    '%s there is not',
    (moment) => {
      expect(() => momentOf(moment, 'Europe/Berlin')).toThrow(RangeError);
    },
  );
});

describe('the transcript', () => {
  const say = phrases('de');
  const button = action(say, { family: 'task', verb: 'done', args: { task: 'A-3' }, emoji: '✅' });
  const entry: TimelineEntry = {
    sequence: 1,
    messageId: 'm1',
    order: 1,
    postedAt: new Date('2027-01-14T07:00:00Z'),
    room: 'steuerung',
    author: null,
    onlyFor: null,
    text: null,
    card: card('Titel', [
      paragraph('Erste Zeile\nzweite Zeile'),
      actions(button),
      quote('Wort\nfür Wort'),
      list([[{ t: 'text', text: 'eins\nmehr' }]]),
    ]),
    at: new Date('2027-01-14T07:00:00Z'),
    edit: false,
  };
  const lines = (change: Partial<TimelineEntry>, stamped = false) =>
    transcriptOf({ ...entry, ...change }, 'Europe/Berlin', stamped);

  test('has the first line behind the speaker, the others four spaces in, and the buttons last', () => {
    expect(lines({})).toEqual([
      'bot@steuerung: Titel',
      '    Erste Zeile',
      '    zweite Zeile',
      '    | Wort',
      '    | für Wort',
      '    - eins',
      '      mehr',
      '    [Erledigt]',
    ]);
  });

  test.each<[Partial<TimelineEntry>, string]>([
    [{}, 'bot@steuerung: Titel'],
    [{ onlyFor: 'vorsitz' }, 'bot@steuerung to vorsitz: Titel'],
    [{ room: 'dm/vorsitz' }, 'bot@dm/vorsitz: Titel'],
    [{ edit: true }, 'bot@steuerung edits: Titel'],
    [{ room: 'dm/vorsitz', edit: true }, 'bot@dm/vorsitz edits: Titel'],
  ])('says where it is said: %j', (change, first) => {
    expect(lines(change)[0]).toBe(first);
  });

  test('has the time of the process in front while the clock moves', () => {
    expect(lines({}, true)[0]).toBe('2027-01-14T08:00 bot@steuerung: Titel');
    expect(lines({}, true)[1]).toBe('    Erste Zeile');
  });
});
