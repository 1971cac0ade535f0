/** What a vote card says as a poll, and that it says it in the room alone. */
import { describe, expect, test } from '@jest/globals';
import { messagesOf } from '../../adapters/slack/render/message.ts';
import type { AdoptionVote } from '../../src/domain/vote/adoptionVote.ts';
import { poll } from '../../src/features/vote/cards/poll.ts';
import type { VoteView } from '../../src/features/vote/cards/view.ts';
import { postedVoteCard, voteCard } from '../../src/features/vote/cards/voteCard.ts';
import { plainLines } from '../../src/message/plain.ts';
import { LANGUAGES } from '../../src/text/catalogue.ts';
import { phrases } from '../../src/text/phrases.ts';
import { CAST, decided, view, vote } from '../support/shownVotes.ts';

describe('A vote as a poll', () => {
  const polled = (change: Partial<AdoptionVote> = {}) => vote('beirat', { polls: true, ...change });
  const polls = (of: VoteView) => LANGUAGES.map(({ tag }) => poll(phrases(tag), of));

  test('open, in a consent round, withdrawn, and decided', () => {
    expect(polls(view(polled()))).toMatchSnapshot();
    expect(polls(view(vote('konsent', { polls: true })))[0]?.options.map(({ label }) => label)).toEqual([
      'Zustimmung',
      'Bedenken',
      'Einwand',
    ]);
    expect(polls(view(polled({ state: 'withdrawn' }))).map(({ ended }) => ended)).toMatchSnapshot();
    expect(polls(decided(polled(), CAST)).map(({ ended }) => ended)).toMatchSnapshot();
  });

  test('stands on the card in the room and nowhere else, and changes nothing of what it says', () => {
    const say = phrases('de');

    expect(postedVoteCard(say, view(vote()), 'ping')).toEqual(voteCard(say, view(vote()), 'ping'));
    expect(voteCard(say, view(polled()), 'ping')).toEqual(voteCard(say, view(vote()), 'ping'));
    const posted = postedVoteCard(say, view(polled()), 'ping');
    expect(posted.body.at(-1)).toEqual(poll(say, view(polled())));
    expect(plainLines(posted)).toEqual(plainLines(voteCard(say, view(vote()), 'ping')));
    expect(messagesOf(posted, { locale: 'de' })).toEqual(
      messagesOf(voteCard(say, view(vote()), 'ping'), { locale: 'de' }),
    );
  });
});
