/** English. */
import type { Language } from '../language.ts';

export const en = {
  tag: 'en',
  name: 'English',
  words: {},
  // — dates —
  dates: {} as never,
  messages: {
    // — dates —
    // — vote —
    'profile.beirat': 'Advisory board (simple majority)',
    'profile.go-rat': 'Municipal council (no abstention)',
    'profile.vorsitz-entscheidet': 'Chair decides a tie',
    'profile.zwei-drittel': 'Two-thirds majority',
    'profile.konsent': 'Consent',
    'profile.meinungsbild': 'Straw poll',
    'rule.advisory': 'This is a straw poll: it shows what the group thinks. It is not a resolution.',
    'rule.majority.simple': 'The proposal is adopted if more people vote Yes than No.',
    'rule.majority.absolute':
      'The proposal is adopted if there are more Yes votes than No votes and abstentions together.',
    'rule.majority.fraction':
      'The proposal is adopted if the Yes votes are {compare, select, atLeast {at least} other {more than}} {denominator, plural, =2 {half} =3 {{numerator, plural, =1 {one third} other {two thirds}}} =4 {{numerator, plural, =1 {one quarter} =2 {half} other {three quarters}}} other {{numerator}/{denominator}}} of {base, select, yesNo {all Yes and No votes} cast {all votes cast} other {the votes of everyone who may vote on this item}}.',
    'rule.majority.consent': 'The proposal is adopted if nobody objects and at least one person consents.',
    'rule.objection':
      'An objection needs a reason and sends the proposal back to the working group. Concerns are put on record but do not stop it.',
    'rule.silence.notVoted': 'Silence does not count as consent.',
    'rule.silence.consents': 'Anyone who has not answered by the end is taken to consent.',
    'rule.abstain.quorumOnly': 'Abstentions count towards the quorum but not towards the majority.',
    'rule.abstain.ignored': 'Abstentions do not count towards the majority.',
    'rule.abstain.asNo': 'Abstentions have the same effect as No votes.',
    'rule.abstain.none': 'Abstaining is not possible.',
    'rule.quorum.needed':
      '{base, plural, =0 {Nobody may vote, so nothing can be decided.} =1 {The vote is quorate if the only person entitled to vote takes part.} other {The vote is quorate if at least {needed} of {base} people entitled to vote take part ({kind, select, half {at least half} other {more than half}}).}}',
    'rule.quorum.none': 'There is no minimum turnout.',
    'rule.quorum.secondCall': 'This is the second call on the same item: it can be decided however many people vote.',
    'rule.tie.rejected': 'In a tie the proposal is rejected.',
    'rule.tie.chairDecides':
      'In a tie the vote of the chair decides. If the chair has not voted Yes or No, the proposal is rejected.',
    'rule.recusal.noBallot': 'Anyone personally involved (recused) does not vote.',
    'rule.recusal.rollMinusRecused':
      'Anyone personally involved (recused) does not vote and does not count towards the quorum either.',
    'rule.recusal.roll':
      'Anyone personally involved (recused) does not vote. The quorum is still measured against all members.',
    'rule.secret':
      'The vote is confidential: the chat does not show who voted how. Whoever runs the server can still see it.',
    'rule.earlyClose': 'The vote ends early once nothing can change the result any more.',
    'outcome.adopted':
      'Adopted with {yes, plural, one {# Yes vote} other {# Yes votes}} {no, plural, =0 {and none against} one {to # No vote} other {to # No votes}}.',
    'outcome.adopted.chair': 'Adopted: in a tie ({yes} : {no}) the chair’s Yes decided.',
    'outcome.adopted.consent':
      'Adopted without objection{concern, plural, =0 {} one {; one concern is on record} other {; # concerns are on record}}.',
    'outcome.rejected':
      'Rejected: {yes, plural, =0 {no Yes votes} one {# Yes vote} other {# Yes votes}}, {no, plural, =0 {no No votes} one {# No vote} other {# No votes}}.',
    'outcome.rejected.tie': 'Rejected because of a tie ({yes} : {no}).',
    'outcome.rejected.chair': 'Rejected: in a tie ({yes} : {no}) the chair’s No decided.',
    'outcome.rejected.consent': 'Not adopted: nobody consented.',
    'outcome.objected':
      'Back to the working group: there {objection, plural, one {is one objection} other {are # objections}}.',
    'outcome.notQuorate':
      'Not quorate: {base, plural, =0 {nobody may vote.} other {{present, plural, =0 {nobody voted} other {only # of {base} people entitled to vote took part}}, {needed, plural, one {# vote is} other {# votes are}} needed.}}',
    'outcome.noResolution':
      'Straw poll, not a resolution: {yes, plural, =0 {no Yes votes} one {# Yes vote} other {# Yes votes}}, {no, plural, =0 {no No votes} one {# No vote} other {# No votes}}.',
    'outcome.missing.yes': '{missing, plural, one {# more Yes vote was} other {# more Yes votes were}} needed.',
    'outcome.missing.ballots':
      '{missing, plural, one {# more vote was} other {# more votes were}} needed for the quorum.',
    'outcome.numbers':
      'Entitled to vote: {roll}, of these personally involved: {recused}. Voted: {cast} (Yes: {yes}, No: {no}, abstained: {abstain}). Not voted: {notVoted}.',
    'outcome.numbers.yesNo':
      'Entitled to vote: {roll}, of these personally involved: {recused}. Voted: {cast} (Yes: {yes}, No: {no}). Not voted: {notVoted}.',
    'outcome.numbers.consent':
      'Entitled to vote: {roll}, of these personally involved: {recused}. Answered: {cast} (consent: {yes}, consent with concern: {concern}, objection: {objection}). Not answered: {notVoted}.',
    'outcome.recusal.decisive':
      'People personally involved had already voted; their votes do not count. With these votes the result would be different.',
    'outcome.recusal.notDecisive':
      'People personally involved had already voted; their votes do not count. With these votes the result would be the same.',
  },
} as const satisfies Language;
