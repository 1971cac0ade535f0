/** English. */
import type { Language } from '../language.ts';

export const en = {
  tag: 'en',
  name: 'English',
  words: {
    // families
    process: 'process',
    group: 'group',
    task: 'task|tasks',
    input: 'input|inputs',
    result: 'result|results',
    vote: 'vote|votes',
    me: 'me',
    mitwirk: 'mitwirk',
    // process
    'process.setup': 'setup|set up',
    'process.show': 'show|status',
    'process.set': 'set',
    'process.digest': 'digest',
    'process.report': 'report',
    'process.handover': 'handover|hand over',
    'process.archive': 'archive',
    // group
    'group.steering': 'steering',
    'group.new': 'new',
    'group.add': 'add',
    'group.remove': 'remove',
    'group.show': 'show',
    'group.list': 'list',
    'group.rename': 'rename',
    'group.archive': 'archive',
    'group.merge': 'merge',
    'group.coverage': 'coverage',
    // task
    'task.add': 'add|new',
    'task.list': 'list',
    'task.show': 'show',
    'task.done': 'done',
    'task.reopen': 'reopen',
    'task.assign': 'assign',
    'task.accept': 'accept',
    'task.decline': 'decline',
    'task.due': 'due',
    'task.snooze': 'snooze',
    'task.drop': 'drop',
    'task.comment': 'comment',
    'task.undo': 'undo',
    'task.export': 'export',
    'task.needs': 'needs',
    'task.repeat': 'repeat',
    // input
    'input.open': 'open|new',
    'input.give': 'give',
    'input.behalf': 'behalf of|on behalf of|behalf',
    'input.edit': 'edit',
    'input.withdraw': 'withdraw',
    'input.list': 'list',
    'input.show': 'show',
    'input.close': 'close',
    'input.reopen': 'reopen',
    'input.theme': 'theme',
    'input.support': 'support',
    'input.answer': 'answer',
    'input.export': 'export',
    // result
    'result.draft': 'draft|new',
    'result.edit': 'edit',
    'result.link': 'link',
    'result.submit': 'submit',
    'result.withdraw': 'withdraw',
    'result.show': 'show',
    'result.list': 'list',
    'result.history': 'history',
    'result.export': 'export',
    // vote
    'vote.open': 'open|new',
    'vote.yes': 'yes|aye',
    'vote.no': 'no',
    'vote.abstain': 'abstain|abstention',
    'vote.concern': 'concern',
    'vote.objection': 'objection|object',
    'vote.mine': 'mine',
    'vote.status': 'status',
    'vote.show': 'show',
    'vote.recuse': 'recuse',
    'vote.deputy': 'deputy',
    'vote.extend': 'extend',
    'vote.withdraw': 'withdraw',
    'vote.second-call': 'second-call|second call',
    'vote.list': 'list',
    'vote.export': 'export',
    // me
    'me.show': 'show',
    'me.language': 'language',
    'me.zone': 'zone|timezone',
    'me.quiet': 'quiet',
    'me.reminders': 'reminders',
    'me.absent': 'absent|away',
    'me.data': 'data',
    'me.export': 'export',
    'me.delete': 'delete',
    // mitwirk
    'mitwirk.help': 'help',
    'mitwirk.status': 'status',
    'mitwirk.audit': 'audit',
    // particles
    region: 'region',
    zone: 'zone',
    language: 'language',
    field: 'field',
    as: 'as',
    kind: 'kind',
    org: 'org|organisation|organization',
    deputyOf: 'deputy of',
    of: 'of',
    by: 'by|until|due',
    until: 'until|by',
    method: 'method',
    for: 'for',
    with: 'to|with',
    rule: 'rule',
    secret: 'secret|confidential',
    anonymous: 'anonymous|anonymously',
    named: 'named',
    because: 'because',
    deputy: 'deputy',
    'list.mine': 'mine',
    'list.open': 'open',
    'list.late': 'late|overdue',
    'list.done': 'done',
    'list.all': 'all',
    'digest.preview': 'preview',
    'digest.send': 'send',
    confirm: 'confirm',
    on: 'on',
    off: 'off',
    back: 'back|over',
    // roles
    'role.chair': 'chair',
    'role.lead': 'lead',
    'role.member': 'member',
    'role.deputy': 'deputy',
    'role.expert': 'expert',
    // stakeholder kinds
    'kind.citizens': 'citizens|citizen',
    'kind.migrantOrganisations': 'migrant-organisation|migrant-organisations|migrant organisation|migrant organisations|migrants|migrant',
    'kind.integrationBoard': 'integration-board|integration board|advisory-board|advisory board',
    'kind.volunteers': 'volunteers|volunteer',
    'kind.welfare': 'welfare',
    'kind.religion': 'religion|church|churches',
    'kind.unions': 'unions|union',
    'kind.employmentServices': 'employment-services|employment services|jobcentre|employment',
    'kind.education': 'education|school|schools',
    'kind.business': 'business|chamber|chambers',
    'kind.civilSociety': 'civil-society|civil society|civil',
    'kind.administration': 'administration|admin',
    // work result kinds
    'resultKind.finding': 'finding',
    'resultKind.guideline': 'guideline',
    'resultKind.actionField': 'action-field|action field',
    'resultKind.goal': 'goal',
    'resultKind.measure': 'measure',
    'resultKind.report': 'report',
    'resultKind.draftConcept': 'draft-concept|draft concept',
    // settings
    'setting.name': 'name',
    'setting.region': 'region',
    'setting.zone': 'zone|timezone',
    'setting.language': 'language',
    'setting.digest': 'digest',
    'setting.rule': 'rule',
    // vote profiles
    'profile.beirat': 'beirat|board',
    'profile.go-rat': 'go-rat|council',
    'profile.vorsitz-entscheidet': 'vorsitz-entscheidet|chair-decides',
    'profile.zwei-drittel': 'zwei-drittel|two-thirds',
    'profile.konsent': 'konsent|consent',
    'profile.meinungsbild': 'meinungsbild|straw-poll|opinion',
  },
  // — dates —
  dates: {} as never,
  messages: {
    // — dates —
    // — command —
    // — refusal —
    // — process —
    // — group —
    // — me —
    // — task —
    // — input —
    // — result —
    // — vote cards —
    // — digest —
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
    'rule.abstain.silenceAsNo': 'Abstaining and not voting have the same effect as a No vote.',
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
