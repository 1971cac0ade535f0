/** Cards as they stand on Matrix: plain text and HTML, in every language. */

import { expect, test } from '@jest/globals';
import { contentsOf } from '../../../adapters/matrix/render/content.ts';
import { familyNames } from '../../../adapters/matrix/render/familyNames.ts';
import { pollEnd, pollStart } from '../../../adapters/matrix/render/poll.ts';
import * as build from '../../../src/cards/build.ts';
import { refusalCard } from '../../../src/cards/refusal.ts';
import type { Failure } from '../../../src/domain/failure.ts';
import type { PersonId } from '../../../src/domain/ids.ts';
import { families } from '../../../src/features/families.ts';
import { overviewHelp } from '../../../src/features/mitwirk/help.ts';
import type { Card, Poll } from '../../../src/message/model.ts';
import { LANGUAGES } from '../../../src/text/catalogue.ts';
import { type Phrases, phrases } from '../../../src/text/phrases.ts';
import { STAR, ZONE } from '../../support/goldens.ts';

const MEMBER = 1 as PersonId;
const ELSEWHERE = 2 as PersonId;
const rendering = {
  people: new Map([[MEMBER, '@mitglied:example.org']]),
  families: familyNames(),
  notify: ['@mitglied:example.org'],
};

function onMatrix(card: (say: Phrases) => Card): string {
  return LANGUAGES.map(({ tag }) => {
    const parts = contentsOf(card(phrases(tag, ZONE)), rendering).map(
      ({ msgtype, body, formatted_body, 'm.mentions': mentions }) =>
        `${msgtype} ${JSON.stringify(mentions)}\n${body}\n${String(formatted_body).replaceAll(/(?<=>)(?=<(?:p|h4|h5|ul|blockquote|hr|pre)\b)/g, '\n')}`,
    );
    return `(${tag})\n${parts.join('\n\n')}`;
  }).join('\n\n');
}

function everyNode(say: Phrases): Card {
  const names = new Map([
    [MEMBER, `Mitglied ${STAR}`],
    [ELSEWHERE, 'Vorsitz <anderswo>'],
  ]);
  const member = build.person(MEMBER, names, say);
  return build.card(
    `A-1 ${STAR}`,
    [
      build.paragraph([
        build.text(STAR, 'bold'),
        build.text(' · '),
        build.text(STAR, 'italic'),
        build.text(STAR, 'code'),
      ]),
      build.paragraph([build.text('an '), member, build.text(', '), build.person(ELSEWHERE, names, say)]),
      build.paragraph(STAR, 'warning'),
      build.paragraph('leise', 'muted'),
      build.quote(`${STAR}\n/aufgabe bleibt, wie es ist`),
      build.heading(STAR),
      build.list([[build.text(STAR)], [member]]),
      build.fields([
        ['Frist', STAR],
        ['Zuständig', [member]],
      ]),
      { n: 'progress', label: '3 von 5', done: 3, total: 5 },
      { n: 'divider' },
      build.paragraph([{ t: 'link', url: 'https://example.org/?a=1&b="2"', text: STAR }]),
      build.actions(
        build.action(say, { family: 'task', verb: 'done', args: { task: 'A-1' }, emoji: '✅' }),
        build.action(say, { family: 'task', verb: 'accept', args: { task: 'A-1' }, emoji: '👍' }),
      ),
    ],
    'ping',
  );
}

test('every kind of node, with the star text in each', () => {
  expect(onMatrix(everyNode)).toMatchSnapshot();
});

test('a poll and its end', () => {
  const say = phrases('de');
  const option = (verb: string) =>
    build.action(say, {
      family: 'vote',
      verb,
      args: { vote: 'B-3' },
      emoji: '',
      undo: build.pressOf('vote', 'retract', { vote: 'B-3', choice: verb }),
    });
  const poll: Poll = {
    n: 'poll',
    question: `B-3: ${STAR}`,
    options: [option('yes'), option('no')],
    undo: build.pressOf('vote', 'retract', { vote: 'B-3' }),
    ended: null,
  };

  expect(pollStart(poll)).toMatchSnapshot();
  expect(pollEnd('$start', STAR)).toMatchSnapshot();
  expect(onMatrix(() => build.card('B-3', [poll]))).toBe(onMatrix(() => build.card('B-3', [])));
});

test('a refusal points at the word with every space kept, and shows the command as it is typed here', () => {
  const failure: Failure = {
    code: 'command.verb',
    params: { word: '<b>', family: 'aufgabe', nearest: '' },
    at: { start: 9, end: 12 },
  };

  expect(
    onMatrix((say) => refusalCard(say, failure, '!aufgabe <b> & mehr', { family: 'task', verb: 'add' })),
  ).toMatchSnapshot();
});

test('the overview of help', () => {
  expect(onMatrix((say) => overviewHelp(say, families))).toMatchSnapshot();
});
