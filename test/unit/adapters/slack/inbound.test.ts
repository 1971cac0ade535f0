/** Slack's way of writing, read as plain text; events let through once; double clicks told from second thoughts. */
import { describe, expect, jest, test } from '@jest/globals';
import { withoutSecrets } from '../../../../adapters/slack/boltLogger.ts';
import { partsOf } from '../../../../adapters/slack/inbound/markup.ts';
import { createOnce } from '../../../../adapters/slack/inbound/once.ts';
import { createPresses } from '../../../../adapters/slack/inbound/presses.ts';
import { messageLink } from '../../../../adapters/slack/inbound/shared.ts';
import { typedFrom } from '../../../../adapters/slack/inbound/typed.ts';
import { readableEnvelope } from '../../../../adapters/slack/transport/envelopes.ts';
import type { SlackPerson } from '../../../../adapters/slack/web/people.ts';
import { tokenize } from '../../../../src/grammar/tokens.ts';

function person(id: string, handle: string): SlackPerson {
  return { id, externalId: `T1:${id}`, origin: 'T1', handle, name: handle, standing: 'member', locale: null };
}
const people = new Map([
  ['U1', person('U1', 'vorsitz')],
  ['W2', person('W2', 'leitung.bildung')],
  ['U3', person('U3', 'VORSITZ')],
  ['U4', person('U4', 'mit leer')],
]);
const read = (raw: string) => typedFrom(partsOf(raw), people).text;

describe('what was typed', () => {
  test.each([
    ['neu Plakat <@U1>', 'neu Plakat @vorsitz'],
    ['neu Plakat <@W2|bildung> bis morgen', 'neu Plakat @leitung.bildung bis morgen'],
    ['Fragen an <@U1>,bitte', 'Fragen an @vorsitz,bitte'],
    ['<@U1><@W2>', '@vorsitz @leitung.bildung'],
    ['für<@U1>s Büro', 'für @vorsitz s Büro'],
    ['<@U9|fremd> und <@U8>', '@fremd und @U8'],
    ['siehe <#C1|ag-bildung> und <#C2>', 'siehe #ag-bildung und #C2'],
    ['<https://example.org|example.org>', 'example.org'],
    ['<https://example.org/>', 'https://example.org/'],
    ['<https://example.org/a?b=1&amp;c=2|Programm>', 'Programm (https://example.org/a?b=1&c=2)'],
    ['<mailto:info@example.org|info@example.org>', 'info@example.org'],
    ['2 &lt; 3 &amp;&amp; 4 &gt; 3', '2 < 3 && 4 > 3'],
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['<!here> <!channel|channel>', '@here @channel'],
    ['bis <!date^1392734382^{date}|Dienstag>', 'bis Dienstag'],
    ['Bürger*innen, 2*3*4, _x_, a < b und c > d', 'Bürger*innen, 2*3*4, _x_, a < b und c > d'],
    ['  „Titel“ ', '„Titel“'],
    ['', ''],
  ])('%j is %j', (raw, text) => {
    expect(read(raw)).toBe(text);
  });

  test('two people never share a word, and a handle nobody can type gives way to the id', () => {
    const { text, mentions } = typedFrom(partsOf('<@U1> <@U3> <@U4> <@U1>'), people);

    expect(text).toBe('@vorsitz @U3 @U4 @vorsitz');
    expect(mentions.map(({ word, externalId }) => `${word} ${externalId}`)).toEqual([
      'vorsitz T1:U1',
      'U3 T1:U3',
      'U4 T1:U4',
    ]);
  });

  test('a bot is named and cannot be asked', () => {
    const bot = { ...person('U5', 'mitwirk'), standing: 'bot' } as const;

    const { text, mentions } = typedFrom(partsOf('Frag <@U5>'), new Map([['U5', bot]]));

    expect([text, mentions]).toEqual(['Frag @mitwirk', []]);
  });

  test('every word a person is given is a mention for the grammar', () => {
    const { text, mentions } = typedFrom(partsOf('<@U1> <@W2> <@U3> <@U4>'), people);

    expect(tokenize(text).map(({ mention }) => mention)).toEqual(mentions.map(({ word }) => word));
  });

  test('a user group is told apart', () => {
    expect(partsOf('an <!subteam^S1|@vorstand>')).toContainEqual({ p: 'group', label: '@vorstand' });
  });
});

test('an event goes through once, again when it had no effect, and again when it was long ago', () => {
  const once = createOnce(2);

  expect([once.begin('a'), once.begin('a')]).toEqual([true, false]);
  once.forget('a');
  expect([once.begin('a'), once.begin('b'), once.begin('c'), once.begin('a')]).toEqual([true, true, true, true]);
});

test('the same button at once again is a double click; another one between, another person or later is not', () => {
  jest.useFakeTimers();
  const presses = createPresses(1_000);
  const press = (who: string, button: string) => presses.isRepeated(who, 'message', button);

  expect([press('a', 'yes'), press('a', 'yes'), press('b', 'yes')]).toEqual([false, true, false]);
  expect([press('a', 'no'), press('a', 'yes')]).toEqual([false, false]);
  jest.advanceTimersByTime(1_001);
  expect(press('a', 'yes')).toBe(false);
  jest.useRealTimers();
});

test('the address of a message is the one Slack copies', () => {
  expect(messageLink('musterstadt', 'C1', '1700000000.000100')).toBe(
    'https://musterstadt.slack.com/archives/C1/p1700000000000100',
  );
  expect(messageLink(null, 'C1', '1.2')).toBeNull();
});

test('envelopes that would end the client are made readable or left out', () => {
  const held = JSON.stringify({ type: 'events_api', envelope_id: '1', payload: { type: 'app_rate_limited' } });

  expect(JSON.parse(readableEnvelope(held) ?? '')).toMatchObject({ payload: { event: { type: 'app_rate_limited' } } });
  expect(readableEnvelope('null')).toBeNull();
  expect(readableEnvelope('{"type":"events_api"}')).toBeNull();
  expect(readableEnvelope('no json')).toBeNull();
  expect(readableEnvelope('{"type":"hello"}')).toBe('{"type":"hello"}');
});

test('tokens and one-time addresses do not get into the log', () => {
  const line = 'failed with xoxb-1-2-abc, xoxe.xoxp-1-def, xapp-1-A-2-f at https://hooks.slack.com/commands/T1/2/abc';

  expect(withoutSecrets(line)).toBe('failed with [hidden], [hidden], [hidden] at [hidden]');
});
