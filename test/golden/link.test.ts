/** The cards about linked accounts, as plain text in both languages and as Slack gets them. */
import { describe, expect, test } from '@jest/globals';
import { linkAgreementCard, linkSettledCard } from '../../src/features/link/cards/agreement.ts';
import { linkCodeCard } from '../../src/features/link/cards/code.ts';
import {
  linkAgreementAwaitedCard,
  linkAnsweredCard,
  linkDeclinedCard,
  linkOfferedCard,
  linkTypedCard,
  linkWaitingCard,
} from '../../src/features/link/cards/confirm.ts';
import { linkedCard, unlinkedCard, whichLinkCard } from '../../src/features/link/cards/linked.ts';
import type { Card } from '../../src/message/model.ts';
import type { Phrases } from '../../src/text/phrases.ts';
import { inEveryLanguage, STAR } from '../support/goldens.ts';

const slack = { platform: 'slack', name: STAR, id: 'T01:U02' };
const matrix = { platform: 'matrix', name: 'Vorsitz', id: '@vorsitz:example.org' };
const until = new Date('2027-01-18T08:00:00Z');
const agreement = { request: 7, shown: slack, typed: matrix, until };
const linked = { link: 3, kept: slack, added: matrix };

const CARDS: Readonly<Record<string, (say: Phrases) => Card>> = {
  'the code': (say) => linkCodeCard(say, 'K7QM-2RTA'),
  'the question to whoever typed it': (say) => linkTypedCard(say, { request: 7, other: slack }),
  'the question to whom it was shown': (say) => linkOfferedCard(say, { request: 7, other: matrix }),
  'the answer to the first confirmation': (say) => linkWaitingCard(say, slack),
  'the second confirmation': (say) => linkAnsweredCard(say, 'confirmed'),
  'the second confirmation, waiting for somebody else': (say) => linkAgreementAwaitedCard(say, { request: 7, until }),
  'the second one refused': (say) => linkAnsweredCard(say, 'declined'),
  'a refusal told to the other side': (say) => linkDeclinedCard(say, slack),
  'the question to those who may agree': (say) => linkAgreementCard(say, agreement),
  'agreed to': (say) => linkSettledCard(say, 'agreed', agreement),
  'not agreed to': (say) => linkSettledCard(say, 'declined', agreement),
  'linked, to the one with the rights': (say) => linkedCard(say, 'kept', linked),
  'linked, to the second account': (say) => linkedCard(say, 'added', linked),
  'linked, to the coordination': (say) => linkedCard(say, 'others', linked),
  'undone, to the one with the rights': (say) => unlinkedCard(say, 'kept', linked),
  'undone, to the second account': (say) => unlinkedCard(say, 'added', linked),
  'undone, to the coordination': (say) => unlinkedCard(say, 'others', linked),
  'which one to undo': (say) =>
    whichLinkCard(say, [
      { link: 3, added: matrix },
      { link: 4, added: { platform: 'local', name: 'Vorsitz', id: 'vorsitz' } },
    ]),
};

describe('in every language', () => {
  test.each(Object.keys(CARDS))('%s', (name) => {
    expect(CARDS[name] && inEveryLanguage(CARDS[name])).toMatchSnapshot();
  });
});
