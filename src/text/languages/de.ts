/** German. */
import type { Language } from '../language.ts';

export const de = {
  tag: 'de',
  name: 'Deutsch',
  words: {
    // families
    process: 'prozess',
    group: 'gruppe',
    task: 'aufgabe|aufgaben',
    input: 'beitrag|beiträge|beteiligung',
    result: 'ergebnis|ergebnisse',
    vote: 'beschluss|abstimmung',
    me: 'ich',
    mitwirk: 'mitwirk',
    // process
    'process.setup': 'einrichten|anlegen',
    'process.show': 'zeigen|stand',
    'process.set': 'setzen|einstellen',
    'process.digest': 'wochenbericht',
    'process.report': 'bericht',
    'process.handover': 'zuleitung',
    'process.archive': 'archivieren',
    // group
    'group.steering': 'steuerung|steuerungsgruppe',
    'group.new': 'neu|anlegen',
    'group.add': 'aufnehmen|hinzufügen',
    'group.remove': 'entfernen',
    'group.show': 'zeigen',
    'group.list': 'liste|alle',
    'group.rename': 'umbenennen',
    'group.archive': 'archivieren',
    'group.merge': 'zusammenlegen',
    'group.coverage': 'beteiligung',
    // task
    'task.add': 'neu|anlegen|hinzufügen',
    'task.list': 'liste',
    'task.show': 'zeigen',
    'task.done': 'erledigt|fertig',
    'task.reopen': 'wieder öffnen|wiederöffnen',
    'task.assign': 'zuweisen',
    'task.accept': 'annehmen|übernehmen',
    'task.decline': 'ablehnen',
    'task.due': 'frist',
    'task.snooze': 'verschieben',
    'task.drop': 'streichen',
    'task.comment': 'kommentar|kommentieren',
    'task.undo': 'rückgängig',
    'task.export': 'ausgeben',
    'task.needs': 'braucht',
    'task.repeat': 'wiederholen',
    // input
    'input.open': 'öffnen|neu|starten',
    'input.give': 'geben',
    'input.behalf': 'im namen von|für andere',
    'input.edit': 'ändern',
    'input.withdraw': 'zurückziehen',
    'input.list': 'liste',
    'input.show': 'zeigen',
    'input.close': 'schließen',
    'input.reopen': 'wieder öffnen|wiederöffnen',
    'input.theme': 'thema',
    'input.support': 'unterstützen',
    'input.answer': 'antwort|antworten',
    'input.export': 'ausgeben',
    // result
    'result.draft': 'entwurf|neu',
    'result.edit': 'ändern',
    'result.link': 'verknüpfen',
    'result.submit': 'einreichen',
    'result.withdraw': 'zurückziehen',
    'result.show': 'zeigen',
    'result.list': 'liste',
    'result.history': 'verlauf',
    'result.export': 'ausgeben',
    // vote
    'vote.open': 'öffnen|neu|eröffnen',
    'vote.yes': 'ja|zustimmung|dafür',
    'vote.no': 'nein|dagegen',
    'vote.abstain': 'enthaltung|enthalten',
    'vote.concern': 'bedenken',
    'vote.objection': 'einwand|widerspruch',
    'vote.mine': 'meine',
    'vote.status': 'stand',
    'vote.show': 'zeigen',
    'vote.recuse': 'befangen',
    'vote.deputy': 'vertretung',
    'vote.extend': 'verlängern',
    'vote.withdraw': 'zurückziehen',
    'vote.second-call': 'zweite ladung',
    'vote.list': 'liste',
    'vote.export': 'ausgeben',
    // me
    'me.show': 'zeigen|übersicht',
    'me.language': 'sprache',
    'me.zone': 'zeitzone|zone',
    'me.quiet': 'ruhe',
    'me.reminders': 'erinnerungen',
    'me.absent': 'abwesend',
    'me.data': 'daten',
    'me.export': 'ausgeben',
    'me.delete': 'löschen',
    // mitwirk
    'mitwirk.help': 'hilfe',
    'mitwirk.status': 'stand|status',
    'mitwirk.audit': 'protokoll|prüfen',
    // particles
    region: 'region',
    zone: 'zeitzone|zone',
    language: 'sprache',
    field: 'feld|handlungsfeld',
    as: 'als',
    kind: 'art|akteursgruppe',
    org: 'org|organisation|verein',
    deputyOf: 'vertretung von',
    of: 'von',
    by: 'bis|fällig',
    until: 'bis',
    method: 'methode',
    for: 'für',
    with: 'mit',
    rule: 'regel',
    secret: 'geheim|vertraulich',
    anonymous: 'anonym',
    named: 'namentlich',
    because: 'weil',
    deputy: 'vertretung',
    'list.mine': 'meine',
    'list.open': 'offene|offen',
    'list.late': 'überfällige|überfällig',
    'list.done': 'erledigte|erledigt',
    'list.all': 'alle',
    'digest.preview': 'vorschau',
    'digest.send': 'senden',
    confirm: 'bestätigen',
    on: 'an|ein',
    off: 'aus',
    back: 'zurück|beendet',
    // roles
    'role.chair': 'Vorsitz',
    'role.lead': 'Leitung',
    'role.member': 'Mitglied',
    'role.deputy': 'Vertretung',
    'role.expert': 'Sachverständige*r|Sachverständige|Sachverständiger',
    // stakeholder kinds
    'kind.citizens': 'Bürgerschaft|Bürger|Bürgerinnen|Bürger*innen',
    'kind.migrantOrganisations': 'Migrantenorganisation|Migrantenorganisationen|Migrantinnenorganisation|Migrant*innenorganisation|MO',
    'kind.integrationBoard': 'Integrationsbeirat|Beirat',
    'kind.volunteers': 'Ehrenamt|Ehrenamtliche|Helferkreis',
    'kind.welfare': 'Wohlfahrt|Wohlfahrtsverband|Wohlfahrtsverbände',
    'kind.religion': 'Kirche|Kirchen|Religionsgemeinschaft|Religion',
    'kind.unions': 'Gewerkschaft|Gewerkschaften',
    'kind.employmentServices': 'Arbeitsverwaltung|Jobcenter|Arbeitsagentur',
    'kind.education': 'Bildung|Schule|Schulen|Kita|Hochschule',
    'kind.business': 'Wirtschaft|Kammer|Kammern',
    'kind.civilSociety': 'Zivilgesellschaft|Sportverein|Selbsthilfe',
    'kind.administration': 'Verwaltung|Amt|Fachamt',
    // work result kinds
    'resultKind.finding': 'Befund',
    'resultKind.guideline': 'Leitlinie',
    'resultKind.actionField': 'Handlungsfeld',
    'resultKind.goal': 'Ziel',
    'resultKind.measure': 'Maßnahme',
    'resultKind.report': 'Bericht',
    'resultKind.draftConcept': 'Konzeptentwurf',
    // settings
    'setting.name': 'name',
    'setting.region': 'region',
    'setting.zone': 'zeitzone',
    'setting.language': 'sprache',
    'setting.digest': 'wochenbericht',
    'setting.rule': 'regel',
    // vote profiles
    'profile.beirat': 'beirat',
    'profile.go-rat': 'go-rat|rat',
    'profile.vorsitz-entscheidet': 'vorsitz-entscheidet|vorsitz',
    'profile.zwei-drittel': 'zwei-drittel',
    'profile.konsent': 'konsent',
    'profile.meinungsbild': 'meinungsbild',
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
      'Ein Einwand braucht eine Begründung und gibt die Vorlage an die Arbeitsgruppe zurück. Bedenken werden festgehalten, verhindern den Beschluss aber nicht.',
    'rule.silence.notVoted': 'Schweigen gilt nicht als Zustimmung.',
    'rule.silence.consents': 'Wer bis zum Ende nicht antwortet, gilt als einverstanden.',
    'rule.abstain.quorumOnly': 'Enthaltungen zählen für die Beschlussfähigkeit, aber nicht für die Mehrheit.',
    'rule.abstain.ignored': 'Enthaltungen zählen nicht für die Mehrheit.',
    'rule.abstain.asNo': 'Enthaltungen wirken wie Nein-Stimmen.',
    'rule.abstain.silenceAsNo': 'Enthaltungen und nicht abgegebene Stimmen wirken wie Nein-Stimmen.',
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
      'Angenommen mit {yes, plural, one {# Ja-Stimme} other {# Ja-Stimmen}}{no, plural, =0 {, ohne Gegenstimme} one { gegen # Nein-Stimme} other { gegen # Nein-Stimmen}}.',
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
