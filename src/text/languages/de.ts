/** German. */
import type { Language } from '../language.ts';

export const de = {
  tag: 'de',
  name: 'Deutsch',
  words: {},
  // — dates —
  dates: {} as never,
  messages: {
    // — dates —
    // — vote —
    'profile.beirat': 'Beirat (einfache Mehrheit)',
    'profile.go-rat': 'Gemeinderat (ohne Enthaltung)',
    'profile.vorsitz-entscheidet': 'Vorsitz entscheidet bei Stimmengleichheit',
    'profile.zwei-drittel': 'Zweidrittelmehrheit',
    'profile.konsent': 'Konsent',
    'profile.meinungsbild': 'Meinungsbild',
    'rule.advisory': 'Dies ist ein Meinungsbild: Es zeigt, wie die Gruppe denkt. Ein Beschluss ist es nicht.',
    'rule.majority.simple': 'Angenommen ist die Vorlage, wenn mehr Ja- als Nein-Stimmen abgegeben werden.',
    'rule.majority.absolute':
      'Angenommen ist die Vorlage, wenn es mehr Ja-Stimmen gibt als Nein-Stimmen und Enthaltungen zusammen.',
    'rule.majority.fraction':
      'Angenommen ist die Vorlage, wenn die Ja-Stimmen {compare, select, atLeast {mindestens} other {mehr als}} {denominator, plural, =2 {die Hälfte} =3 {{numerator, plural, =1 {ein Drittel} other {zwei Drittel}}} =4 {{numerator, plural, =1 {ein Viertel} =2 {die Hälfte} other {drei Viertel}}} other {{numerator}/{denominator}}} {base, select, yesNo {aller Ja- und Nein-Stimmen} cast {aller abgegebenen Stimmen} other {der Stimmen aller, die mitstimmen dürfen,}} ausmachen.',
    'rule.majority.consent':
      'Angenommen ist die Vorlage, wenn niemand einen Einwand erhebt und mindestens eine Person zustimmt.',
    'rule.objection':
      'Ein Einwand braucht eine Begründung und gibt die Vorlage an die Arbeitsgruppe zurück. Bedenken werden festgehalten, halten sie aber nicht auf.',
    'rule.silence.notVoted': 'Schweigen gilt nicht als Zustimmung.',
    'rule.silence.consents': 'Wer bis zum Ende nicht antwortet, gilt als einverstanden.',
    'rule.abstain.quorumOnly': 'Enthaltungen zählen für die Beschlussfähigkeit, aber nicht für die Mehrheit.',
    'rule.abstain.ignored': 'Enthaltungen zählen nicht für die Mehrheit.',
    'rule.abstain.asNo': 'Enthaltungen wirken wie Nein-Stimmen.',
    'rule.abstain.none': 'Eine Enthaltung ist nicht vorgesehen.',
    'rule.quorum.needed':
      '{base, plural, =0 {Niemand darf mitstimmen, also kann nichts beschlossen werden.} =1 {Beschlussfähig, wenn die einzige stimmberechtigte Person abstimmt.} other {Beschlussfähig ab {needed} von {base} Stimmberechtigten ({kind, select, half {mindestens die Hälfte} other {mehr als die Hälfte}}).}}',
    'rule.quorum.none': 'Eine Mindestbeteiligung gibt es nicht.',
    'rule.quorum.secondCall':
      'Dies ist die zweite Einladung zum selben Gegenstand: Beschlossen werden kann, egal wie viele abstimmen.',
    'rule.tie.rejected': 'Bei Stimmengleichheit ist die Vorlage abgelehnt.',
    'rule.tie.chairDecides':
      'Bei Stimmengleichheit entscheidet die Stimme des Vorsitzes. Hat der Vorsitz nicht mit Ja oder Nein gestimmt, ist die Vorlage abgelehnt.',
    'rule.recusal.noBallot': 'Wer persönlich beteiligt (befangen) ist, stimmt nicht mit.',
    'rule.recusal.rollMinusRecused':
      'Wer persönlich beteiligt (befangen) ist, stimmt nicht mit und zählt auch für die Beschlussfähigkeit nicht.',
    'rule.recusal.roll':
      'Wer persönlich beteiligt (befangen) ist, stimmt nicht mit. Die Beschlussfähigkeit bemisst sich weiter an allen Mitgliedern.',
    'rule.secret':
      'Die Abstimmung ist vertraulich: Im Chat steht nicht, wer wie gestimmt hat. Wer den Server betreibt, kann es aber einsehen.',
    'rule.earlyClose': 'Die Abstimmung endet früher, sobald am Ergebnis nichts mehr zu ändern ist.',
    'outcome.adopted':
      'Angenommen mit {yes, plural, one {# Ja-Stimme} other {# Ja-Stimmen}} {no, plural, =0 {ohne Gegenstimme} one {gegen # Nein-Stimme} other {gegen # Nein-Stimmen}}.',
    'outcome.adopted.chair':
      'Angenommen: Bei Stimmengleichheit ({yes} : {no}) hat die Ja-Stimme des Vorsitzes entschieden.',
    'outcome.adopted.consent':
      'Angenommen ohne Einwand{concern, plural, =0 {} one {; ein Bedenken ist festgehalten} other {; # Bedenken sind festgehalten}}.',
    'outcome.rejected':
      'Abgelehnt: {yes, plural, =0 {keine Ja-Stimme} one {# Ja-Stimme} other {# Ja-Stimmen}}, {no, plural, =0 {keine Nein-Stimme} one {# Nein-Stimme} other {# Nein-Stimmen}}.',
    'outcome.rejected.tie': 'Abgelehnt wegen Stimmengleichheit ({yes} : {no}).',
    'outcome.rejected.chair':
      'Abgelehnt: Bei Stimmengleichheit ({yes} : {no}) hat die Nein-Stimme des Vorsitzes entschieden.',
    'outcome.rejected.consent': 'Nicht angenommen: Niemand hat zugestimmt.',
    'outcome.objected':
      'Zurück an die Arbeitsgruppe: Es gibt {objection, plural, one {einen Einwand} other {# Einwände}}.',
    'outcome.notQuorate':
      'Nicht beschlussfähig: {base, plural, =0 {Niemand darf mitstimmen.} other {{present, plural, =0 {Niemand hat abgestimmt} one {Nur # von {base} Stimmberechtigten hat abgestimmt} other {Nur # von {base} Stimmberechtigten haben abgestimmt}}, nötig {needed, plural, one {ist # Stimme} other {sind # Stimmen}}.}}',
    'outcome.noResolution':
      'Meinungsbild, kein Beschluss: {yes, plural, =0 {keine Ja-Stimme} one {# Ja-Stimme} other {# Ja-Stimmen}}, {no, plural, =0 {keine Nein-Stimme} one {# Nein-Stimme} other {# Nein-Stimmen}}.',
    'outcome.missing.yes': 'Es {missing, plural, one {fehlt # Ja-Stimme} other {fehlen # Ja-Stimmen}}.',
    'outcome.missing.ballots':
      'Für die Beschlussfähigkeit {missing, plural, one {fehlt # Stimme} other {fehlen # Stimmen}}.',
    'outcome.numbers':
      'Stimmberechtigt: {roll}, davon persönlich beteiligt: {recused}. Abgestimmt: {cast} (Ja: {yes}, Nein: {no}, Enthaltung: {abstain}). Nicht abgestimmt: {notVoted}.',
    'outcome.numbers.yesNo':
      'Stimmberechtigt: {roll}, davon persönlich beteiligt: {recused}. Abgestimmt: {cast} (Ja: {yes}, Nein: {no}). Nicht abgestimmt: {notVoted}.',
    'outcome.numbers.consent':
      'Stimmberechtigt: {roll}, davon persönlich beteiligt: {recused}. Geantwortet: {cast} (Zustimmung: {yes}, Zustimmung mit Bedenken: {concern}, Einwand: {objection}). Nicht geantwortet: {notVoted}.',
    'outcome.recusal.decisive':
      'Persönlich Beteiligte hatten schon abgestimmt, ihre Stimmen zählen nicht. Mit diesen Stimmen wäre das Ergebnis ein anderes.',
    'outcome.recusal.notDecisive':
      'Persönlich Beteiligte hatten schon abgestimmt, ihre Stimmen zählen nicht. Mit diesen Stimmen wäre das Ergebnis dasselbe.',
  },
} as const satisfies Language;
