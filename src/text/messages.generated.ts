/** Every message and its arguments. Generated from src/text/languages by npm run generate; do not edit. */
import type { Refusals } from '../domain/refusals.generated.ts';

type RefusalMessages = { readonly [Code in keyof Refusals as `failure.${Code}`]: Refusals[Code] };

export interface Messages extends RefusalMessages {
  readonly 'clock.doubt.title': {};
  readonly 'clock.against.database': { readonly shown: 'text'; readonly expected: 'text' };
  readonly 'clock.against.elapsed': { readonly shown: 'text'; readonly expected: 'text' };
  readonly 'clock.against.before': { readonly shown: 'text'; readonly expected: 'text' };
  readonly 'clock.doubt.means': {};
  readonly 'clock.doubt.ask': { readonly shown: 'text' };
  readonly 'clock.confirmed': { readonly shown: 'text' };
  readonly 'clock.confirmedFor': { readonly shown: 'text' };
  readonly 'clock.settled.agreed': {};
  readonly 'clock.settled.confirmed': {};
  readonly 'clock.settled.jumpedAgain': {};
  readonly 'action.process.confirm-clock': {};
  readonly 'summary.process.confirm-clock': {};
  readonly 'example.process.confirm-clock': {};
  readonly 'arg.doubt': {};
  readonly 'date.day': { readonly weekday: 'choice'; readonly day: 'text'; readonly dayNumber: 'text'; readonly month: 'text'; readonly year: 'text' };
  readonly 'date.weekday': { readonly weekday: 'choice' };
  readonly 'date.time': { readonly time: 'text' };
  readonly 'date.dayAndTime': { readonly day: 'text'; readonly time: 'text' };
  readonly 'date.remark': { readonly text: 'text'; readonly week: 'text'; readonly relative: 'text' };
  readonly 'date.lasting': { readonly day: 'text'; readonly week: 'text' };
  readonly 'date.ahead': { readonly unit: 'choice'; readonly count: 'number' };
  readonly 'date.ago': { readonly unit: 'choice'; readonly count: 'number' };
  readonly 'date.since': { readonly unit: 'choice'; readonly count: 'number' };
  readonly 'date.note.past': { readonly day: 'text'; readonly next: 'text' };
  readonly 'date.note.weekend': { readonly day: 'text'; readonly next: 'text' };
  readonly 'date.note.holiday': { readonly day: 'text'; readonly holiday: 'text'; readonly next: 'text' };
  readonly 'date.note.closed': { readonly day: 'text'; readonly next: 'text' };
  readonly 'holiday.newYear': {};
  readonly 'holiday.epiphany': {};
  readonly 'holiday.womensDay': {};
  readonly 'holiday.goodFriday': {};
  readonly 'holiday.easterSunday': {};
  readonly 'holiday.easterMonday': {};
  readonly 'holiday.labourDay': {};
  readonly 'holiday.liberationDay': {};
  readonly 'holiday.ascension': {};
  readonly 'holiday.whitSunday': {};
  readonly 'holiday.whitMonday': {};
  readonly 'holiday.corpusChristi': {};
  readonly 'holiday.uprising1953': {};
  readonly 'holiday.peaceFestival': {};
  readonly 'holiday.assumption': {};
  readonly 'holiday.childrensDay': {};
  readonly 'holiday.germanUnity': {};
  readonly 'holiday.reformation': {};
  readonly 'holiday.allSaints': {};
  readonly 'holiday.repentance': {};
  readonly 'holiday.christmas': {};
  readonly 'holiday.secondChristmas': {};
  readonly 'digest.title': { readonly process: 'text' };
  readonly 'digest.window': { readonly from: 'text'; readonly to: 'text' };
  readonly 'digest.nothing': {};
  readonly 'digest.section.standing': {};
  readonly 'digest.standing.done': {};
  readonly 'digest.standing.open': {};
  readonly 'digest.standing.late': {};
  readonly 'digest.section.new': {};
  readonly 'digest.section.closed': {};
  readonly 'digest.section.late': {};
  readonly 'digest.section.returns': {};
  readonly 'digest.section.decide': {};
  readonly 'digest.section.decided': {};
  readonly 'digest.section.next': {};
  readonly 'digest.more': { readonly more: 'number' };
  readonly 'digest.round.opened': { readonly id: 'text'; readonly question: 'text' };
  readonly 'digest.submitted': { readonly label: 'text' };
  readonly 'digest.upcoming': { readonly day: 'text'; readonly id: 'text'; readonly what: 'choice'; readonly title: 'text' };
  readonly 'digest.late': { readonly id: 'text'; readonly text: 'text'; readonly who: 'text'; readonly days: 'number' };
  readonly 'digest.late.nobody': {};
  readonly 'digest.late.stuck': {};
  readonly 'digest.return': { readonly id: 'text'; readonly question: 'text'; readonly answered: 'number'; readonly invited: 'text'; readonly state: 'choice' };
  readonly 'digest.return.kind': { readonly name: 'text'; readonly answered: 'text'; readonly invited: 'text' };
  readonly 'digest.return.noKind': {};
  readonly 'digest.unheard': { readonly kinds: 'text' };
  readonly 'digest.undeliverable': { readonly count: 'number' };
  readonly 'due.failing.title': {};
  readonly 'due.failing.vote.close': { readonly id: 'choice' };
  readonly 'due.failing.vote.remind': { readonly id: 'choice' };
  readonly 'due.failing.round.close': { readonly id: 'choice' };
  readonly 'due.failing.round.remind': { readonly id: 'choice' };
  readonly 'due.failing.task.remind': { readonly id: 'choice' };
  readonly 'due.failing.digest': {};
  readonly 'due.failing.more': { readonly count: 'number' };
  readonly 'due.failing.next': { readonly reference: 'text' };
  readonly 'group.steeringName': {};
  readonly 'group.founded.steering': {};
  readonly 'group.founded.working': {};
  readonly 'group.field': { readonly field: 'text' };
  readonly 'group.empty': { readonly command: 'text' };
  readonly 'group.addExample': {};
  readonly 'group.missing': { readonly kinds: 'text' };
  readonly 'group.deputyOf': { readonly person: 'text' };
  readonly 'group.added': { readonly name: 'text' };
  readonly 'group.changed': { readonly name: 'text' };
  readonly 'group.listTitle': {};
  readonly 'group.none': { readonly command: 'text' };
  readonly 'group.line': { readonly name: 'text'; readonly kind: 'choice'; readonly hasField: 'choice'; readonly field: 'text'; readonly count: 'number' };
  readonly 'group.removed': { readonly names: 'text'; readonly count: 'number'; readonly group: 'text' };
  readonly 'group.renamed': { readonly name: 'text' };
  readonly 'group.archived': { readonly name: 'text' };
  readonly 'summary.group.steering': {};
  readonly 'example.group.steering': {};
  readonly 'summary.group.new': {};
  readonly 'example.group.new': {};
  readonly 'summary.group.add': {};
  readonly 'example.group.add': {};
  readonly 'summary.group.remove': {};
  readonly 'example.group.remove': {};
  readonly 'summary.group.show': {};
  readonly 'example.group.show': {};
  readonly 'summary.group.list': {};
  readonly 'example.group.list': {};
  readonly 'summary.group.rename': {};
  readonly 'example.group.rename': {};
  readonly 'summary.group.archive': {};
  readonly 'example.group.archive': {};
  readonly 'invitation.title': {};
  readonly 'invitation.asked': { readonly who: 'text'; readonly group: 'text'; readonly process: 'text' };
  readonly 'invitation.role': { readonly role: 'text' };
  readonly 'invitation.means.chair': { readonly kind: 'choice' };
  readonly 'invitation.means.lead': { readonly kind: 'choice' };
  readonly 'invitation.means.member': { readonly kind: 'choice' };
  readonly 'invitation.means.deputy': { readonly kind: 'choice' };
  readonly 'invitation.means.expert': { readonly kind: 'choice' };
  readonly 'invitation.seen': {};
  readonly 'invitation.free': { readonly days: 'text' };
  readonly 'invitation.youAgreed': { readonly group: 'text'; readonly process: 'text' };
  readonly 'invitation.youDeclined': { readonly group: 'text'; readonly process: 'text' };
  readonly 'invitation.settled.answered': {};
  readonly 'invitation.settled.withdrawn': {};
  readonly 'invitation.agreed': { readonly who: 'text'; readonly group: 'text' };
  readonly 'invitation.declined': { readonly who: 'text'; readonly group: 'text' };
  readonly 'invitation.sent': { readonly count: 'number'; readonly group: 'text' };
  readonly 'who.everyone': {};
  readonly 'who.setup': {};
  readonly 'who.member': {};
  readonly 'who.groupLead': {};
  readonly 'who.coordinator': {};
  readonly 'who.participant': {};
  readonly 'who.ofGroup': {};
  readonly 'who.leadOfGroup': {};
  readonly 'who.assignee': {};
  readonly 'who.asked': {};
  readonly 'who.taker': {};
  readonly 'who.author': {};
  readonly 'who.drafter': {};
  readonly 'who.roll': {};
  readonly 'who.seat': {};
  readonly 'who.chair': {};
  readonly 'person.gone': {};
  readonly 'help.title': {};
  readonly 'help.who': { readonly who: 'text' };
  readonly 'help.intro': {};
  readonly 'help.more': { readonly command: 'text' };
  readonly 'family.me': {};
  readonly 'family.task': {};
  readonly 'family.input': {};
  readonly 'family.result': {};
  readonly 'family.vote': {};
  readonly 'family.group': {};
  readonly 'family.process': {};
  readonly 'family.mitwirk': {};
  readonly 'arg.name': {};
  readonly 'arg.region': {};
  readonly 'arg.zone': {};
  readonly 'arg.language': {};
  readonly 'arg.setting': {};
  readonly 'arg.value': {};
  readonly 'arg.confirmed': {};
  readonly 'arg.step': {};
  readonly 'arg.code': {};
  readonly 'arg.field': {};
  readonly 'arg.who': {};
  readonly 'arg.role': {};
  readonly 'arg.deputyOf': {};
  readonly 'arg.of': {};
  readonly 'arg.kind': {};
  readonly 'arg.organisation': {};
  readonly 'arg.switch': {};
  readonly 'arg.back': {};
  readonly 'arg.deputy': {};
  readonly 'arg.span': {};
  readonly 'arg.subject': {};
  readonly 'arg.process': {};
  readonly 'arg.invitation': {};
  readonly 'mitwirk.ready': { readonly name: 'text' };
  readonly 'mitwirk.empty': {};
  readonly 'mitwirk.foreign': {};
  readonly 'mitwirk.several': { readonly names: 'text' };
  readonly 'audit.sound': { readonly count: 'number'; readonly head: 'text' };
  readonly 'audit.broken': { readonly sequence: 'text' };
  readonly 'summary.mitwirk.help': {};
  readonly 'example.mitwirk.help': {};
  readonly 'summary.mitwirk.status': {};
  readonly 'example.mitwirk.status': {};
  readonly 'summary.mitwirk.audit': {};
  readonly 'example.mitwirk.audit': {};
  readonly 'arg.question': {};
  readonly 'arg.until': {};
  readonly 'arg.anonymous': {};
  readonly 'arg.named': {};
  readonly 'arg.round': {};
  readonly 'arg.contribution': {};
  readonly 'arg.voice': {};
  readonly 'summary.input.open': {};
  readonly 'example.input.open': {};
  readonly 'summary.input.give': {};
  readonly 'example.input.give': {};
  readonly 'summary.input.behalf': {};
  readonly 'example.input.behalf': {};
  readonly 'summary.input.edit': {};
  readonly 'example.input.edit': {};
  readonly 'summary.input.withdraw': {};
  readonly 'example.input.withdraw': {};
  readonly 'summary.input.list': {};
  readonly 'example.input.list': {};
  readonly 'summary.input.show': {};
  readonly 'example.input.show': {};
  readonly 'summary.input.close': {};
  readonly 'example.input.close': {};
  readonly 'summary.input.reopen': {};
  readonly 'example.input.reopen': {};
  readonly 'action.input.show': {};
  readonly 'input.title': { readonly id: 'text'; readonly group: 'text'; readonly state: 'choice' };
  readonly 'input.field.until': {};
  readonly 'input.field.closed': {};
  readonly 'input.progress': { readonly done: 'number'; readonly total: 'text' };
  readonly 'input.yourText': {};
  readonly 'input.newText': {};
  readonly 'input.untilExample': {};
  readonly 'input.howTo.room': { readonly command: 'text' };
  readonly 'input.howTo.person': { readonly command: 'text' };
  readonly 'input.anonymity.named': {};
  readonly 'input.anonymity.anonymous': {};
  readonly 'input.receipt.title': { readonly what: 'choice'; readonly id: 'text' };
  readonly 'input.receipt.behalf': { readonly who: 'text' };
  readonly 'input.receipt.hidden': {};
  readonly 'input.receipt.next': { readonly until: 'text'; readonly edit: 'text'; readonly withdraw: 'text' };
  readonly 'input.nudge.title': { readonly stage: 'choice'; readonly id: 'text' };
  readonly 'input.nudge.text': { readonly group: 'text'; readonly until: 'text' };
  readonly 'input.unheard.title': { readonly id: 'text'; readonly group: 'text' };
  readonly 'input.unheard.text': { readonly count: 'number'; readonly until: 'text' };
  readonly 'input.unheard.hint': { readonly command: 'text' };
  readonly 'input.early.title': { readonly id: 'text' };
  readonly 'input.early.text': { readonly until: 'text' };
  readonly 'action.input.reopen': {};
  readonly 'input.reopened.title': { readonly id: 'text' };
  readonly 'input.reopened.text': { readonly until: 'text' };
  readonly 'input.summary.title': { readonly id: 'text' };
  readonly 'input.summary.none': { readonly command: 'text' };
  readonly 'input.summary.figures': { readonly count: 'number'; readonly answered: 'number'; readonly invited: 'text' };
  readonly 'input.summary.kinds': {};
  readonly 'input.summary.kind': { readonly kind: 'text'; readonly answered: 'text'; readonly invited: 'text' };
  readonly 'input.kindUnknown': {};
  readonly 'input.contributions': {};
  readonly 'input.behalfOf': { readonly who: 'text'; readonly recorder: 'text' };
  readonly 'input.own': {};
  readonly 'input.own.none': {};
  readonly 'input.own.this': {};
  readonly 'input.list.title': {};
  readonly 'input.list.none': { readonly command: 'text' };
  readonly 'input.list.line': { readonly id: 'text'; readonly group: 'text'; readonly question: 'text'; readonly state: 'choice'; readonly when: 'text'; readonly answered: 'number'; readonly invited: 'text' };
  readonly 'input.done': { readonly step: 'choice'; readonly id: 'text'; readonly until: 'text' };
  readonly 'link.code.title': {};
  readonly 'link.code.warning': {};
  readonly 'link.code.next': { readonly command: 'text' };
  readonly 'link.code.rules': {};
  readonly 'link.field.platform': {};
  readonly 'link.field.name': {};
  readonly 'link.field.account': {};
  readonly 'link.field.shown': {};
  readonly 'link.field.typed': {};
  readonly 'link.account': { readonly platform: 'text'; readonly name: 'text'; readonly id: 'text' };
  readonly 'platform.name': { readonly platform: 'choice' };
  readonly 'link.typed.title': {};
  readonly 'link.typed.warning': {};
  readonly 'link.typed.advice': {};
  readonly 'link.offered.title': {};
  readonly 'link.offered.warning': {};
  readonly 'link.offered.advice': {};
  readonly 'link.waiting': { readonly platform: 'text' };
  readonly 'link.answered.confirmed': {};
  readonly 'link.answered.waiting': { readonly until: 'text' };
  readonly 'link.answered.declined': {};
  readonly 'link.cancelled': {};
  readonly 'link.declined': {};
  readonly 'link.agreement.title': { readonly name: 'text' };
  readonly 'link.agreement.warning': { readonly name: 'text' };
  readonly 'link.agreement.advice': { readonly until: 'text' };
  readonly 'link.settled.agreed': {};
  readonly 'link.settled.declined': {};
  readonly 'link.linked.title': {};
  readonly 'link.linked.kept': {};
  readonly 'link.linked.added': { readonly name: 'text' };
  readonly 'link.linked.others': { readonly name: 'text' };
  readonly 'link.linked.wayBack': { readonly command: 'text' };
  readonly 'link.linked.wayBack.others': { readonly command: 'text' };
  readonly 'link.unlinked.title': {};
  readonly 'link.unlinked.kept': {};
  readonly 'link.unlinked.added': { readonly name: 'text' };
  readonly 'link.unlinked.others': { readonly name: 'text' };
  readonly 'link.unlinked.ballots': {};
  readonly 'link.which': {};
  readonly 'action.me.link': {};
  readonly 'action.me.link.confirm': {};
  readonly 'action.me.link.agree': {};
  readonly 'action.me.link.decline': {};
  readonly 'action.me.link.withdraw': {};
  readonly 'action.me.link.undo': {};
  readonly 'summary.me.link': {};
  readonly 'example.me.link': {};
  readonly 'matrix.encrypted.missing': {};
  readonly 'matrix.encrypted.locked': {};
  readonly 'matrix.encrypted.unreadable': {};
  readonly 'matrix.form.begin': { readonly leave: 'text' };
  readonly 'matrix.form.count': { readonly at: 'text'; readonly all: 'text' };
  readonly 'matrix.form.optional': {};
  readonly 'matrix.form.date': {};
  readonly 'matrix.form.person': {};
  readonly 'matrix.form.choice': { readonly choices: 'text' };
  readonly 'matrix.form.switch': {};
  readonly 'matrix.form.which': { readonly example: 'text' };
  readonly 'matrix.form.left': {};
  readonly 'matrix.form.done': {};
  readonly 'matrix.poll.unknown': {};
  readonly 'matrix.reaction.again': { readonly label: 'text' };
  readonly 'matrix.reaction.stays': { readonly label: 'text'; readonly command: 'text' };
  readonly 'me.title': { readonly name: 'text' };
  readonly 'me.votes': {};
  readonly 'me.rounds': {};
  readonly 'me.tasks': {};
  readonly 'me.groups': {};
  readonly 'me.nothing': {};
  readonly 'me.open': { readonly id: 'text' };
  readonly 'me.openRounds': {};
  readonly 'me.homeEmpty': {};
  readonly 'me.line': { readonly id: 'text'; readonly words: 'text'; readonly due: 'text' };
  readonly 'me.lineOpen': { readonly id: 'text'; readonly words: 'text' };
  readonly 'me.languageChosen': { readonly language: 'text' };
  readonly 'me.zoneChosen': { readonly zone: 'text' };
  readonly 'me.reminders.on': {};
  readonly 'me.reminders.off': {};
  readonly 'me.absent': { readonly days: 'number'; readonly from: 'text'; readonly to: 'text' };
  readonly 'me.absentWithDeputy': { readonly days: 'number'; readonly from: 'text'; readonly to: 'text'; readonly deputy: 'text' };
  readonly 'me.standIn': { readonly who: 'text'; readonly days: 'number'; readonly from: 'text'; readonly to: 'text' };
  readonly 'me.back': {};
  readonly 'me.dataTitle': {};
  readonly 'me.dataName': {};
  readonly 'me.dataAccounts': {};
  readonly 'me.dataLanguage': {};
  readonly 'me.dataZone': {};
  readonly 'me.dataUnset': {};
  readonly 'me.dataFigures': {};
  readonly 'me.dataFiguresText': { readonly groups: 'number'; readonly tasks: 'number'; readonly contributions: 'number'; readonly votes: 'number' };
  readonly 'me.dataNote': { readonly command: 'text' };
  readonly 'me.deleted': {};
  readonly 'action.me.agree': {};
  readonly 'action.me.decline': {};
  readonly 'action.me.process': {};
  readonly 'action.me.process.change': {};
  readonly 'summary.me.process': {};
  readonly 'example.me.process': {};
  readonly 'summary.me.agree': {};
  readonly 'example.me.agree': {};
  readonly 'summary.me.decline': {};
  readonly 'example.me.decline': {};
  readonly 'summary.me.show': {};
  readonly 'example.me.show': {};
  readonly 'summary.me.language': {};
  readonly 'example.me.language': {};
  readonly 'summary.me.zone': {};
  readonly 'example.me.zone': {};
  readonly 'summary.me.reminders': {};
  readonly 'example.me.reminders': {};
  readonly 'summary.me.absent': {};
  readonly 'example.me.absent': {};
  readonly 'summary.me.data': {};
  readonly 'example.me.data': {};
  readonly 'summary.me.delete': {};
  readonly 'example.me.delete': {};
  readonly 'page.skip': {};
  readonly 'page.menu': {};
  readonly 'page.menuClose': {};
  readonly 'page.subtitle': {};
  readonly 'page.persona': {};
  readonly 'page.language': {};
  readonly 'page.example': {};
  readonly 'page.exampleMore': {};
  readonly 'page.reset': {};
  readonly 'page.resetTitle': {};
  readonly 'page.resetText': {};
  readonly 'page.resetYes': {};
  readonly 'page.resetting': {};
  readonly 'page.resetDone': {};
  readonly 'page.rooms': {};
  readonly 'page.newRoom': {};
  readonly 'page.roomName': {};
  readonly 'page.roomNameHint': {};
  readonly 'page.direct': {};
  readonly 'page.directNote': {};
  readonly 'page.roomNote': {};
  readonly 'page.noRoom': {};
  readonly 'page.noRoomNote': {};
  readonly 'page.unread': {};
  readonly 'page.clock': {};
  readonly 'page.time': { readonly time: 'text' };
  readonly 'page.oneDay': {};
  readonly 'page.oneWeek': {};
  readonly 'page.nextEvent': {};
  readonly 'page.clockTo': {};
  readonly 'page.clockSet': {};
  readonly 'page.clockMoving': {};
  readonly 'page.clockMoved': { readonly day: 'text'; readonly time: 'text' };
  readonly 'page.clockNews': {};
  readonly 'page.clockQuiet': {};
  readonly 'page.clockReal': {};
  readonly 'page.newIn': { readonly count: 'text'; readonly room: 'text' };
  readonly 'page.newer': {};
  readonly 'page.earlier': {};
  readonly 'page.you': {};
  readonly 'page.onlyYou': {};
  readonly 'page.changed': { readonly time: 'text' };
  readonly 'page.emptyRoom': {};
  readonly 'page.emptyDirect': {};
  readonly 'page.message': {};
  readonly 'page.messageTo': { readonly room: 'text' };
  readonly 'page.placeholder': {};
  readonly 'page.placeholderDirect': {};
  readonly 'page.suggestions': {};
  readonly 'page.suggestionCount': { readonly count: 'text' };
  readonly 'page.form': {};
  readonly 'page.send': {};
  readonly 'page.formMenu': {};
  readonly 'page.formSearch': {};
  readonly 'page.formBack': {};
  readonly 'page.formAbout': {};
  readonly 'page.formSent': {};
  readonly 'page.close': {};
  readonly 'page.cancel': {};
  readonly 'page.create': {};
  readonly 'page.optional': {};
  readonly 'page.calendar': {};
  readonly 'page.dateHint': {};
  readonly 'page.findPerson': {};
  readonly 'page.nobody': {};
  readonly 'page.newPerson': {};
  readonly 'page.newPersonTitle': {};
  readonly 'page.personName': {};
  readonly 'page.personNameHint': {};
  readonly 'page.speakingAs': { readonly name: 'text' };
  readonly 'page.welcome': {};
  readonly 'page.offline': {};
  readonly 'page.buttonGone': {};
  readonly 'page.dateLocale': {};
  readonly 'page.closedTitle': {};
  readonly 'page.closedWhere': {};
  readonly 'page.closedOnce': {};
  readonly 'page.closedWhy': {};
  readonly 'page.error.offline': {};
  readonly 'page.error.fault': {};
  readonly 'page.error.unknown': {};
  readonly 'page.error.foreign': {};
  readonly 'page.error.session': {};
  readonly 'page.error.invalid': {};
  readonly 'page.error.large': {};
  readonly 'page.error.gone': {};
  readonly 'page.error.name': {};
  readonly 'page.error.clockBack': {};
  readonly 'page.error.clockFar': {};
  readonly 'page.error.clockIdle': {};
  readonly 'page.error.real': {};
  readonly 'page.error.shared': {};
  readonly 'page.error.tabs': {};
  readonly 'page.error.full': {};
  readonly 'room.lost': { readonly name: 'text' };
  readonly 'room.lostNext': {};
  readonly 'room.found': { readonly name: 'text' };
  readonly 'person.left': { readonly name: 'text' };
  readonly 'person.leftTasks': {};
  readonly 'person.leftNext': { readonly command: 'text' };
  readonly 'chat.edit.ignored': {};
  readonly 'process.digestSent': {};
  readonly 'process.digestChanged': { readonly day: 'text'; readonly time: 'text'; readonly next: 'text' };
  readonly 'summary.process.digest': {};
  readonly 'example.process.digest': {};
  readonly 'arg.what': {};
  readonly 'arg.digestTime': {};
  readonly 'process.readyTitle': { readonly name: 'text' };
  readonly 'process.ready': { readonly day: 'text'; readonly time: 'text' };
  readonly 'process.regionHint': {};
  readonly 'process.next': {};
  readonly 'process.nextSteering': { readonly command: 'text' };
  readonly 'process.nextGroup': { readonly command: 'text' };
  readonly 'process.nextMembers': { readonly command: 'text' };
  readonly 'process.example': {};
  readonly 'process.coordinators': {};
  readonly 'process.region': {};
  readonly 'process.regionMissing': {};
  readonly 'process.zone': {};
  readonly 'process.digestTime': {};
  readonly 'process.digestAt': { readonly day: 'text'; readonly time: 'text' };
  readonly 'process.rule': {};
  readonly 'process.polls': {};
  readonly 'process.pollsOn': {};
  readonly 'process.open': {};
  readonly 'process.openFigures': { readonly tasks: 'number'; readonly rounds: 'number'; readonly votes: 'number' };
  readonly 'process.auditHead': {};
  readonly 'process.changed': { readonly setting: 'text'; readonly value: 'text' };
  readonly 'process.archived': { readonly name: 'text' };
  readonly 'process.which': {};
  readonly 'process.whichPressed': {};
  readonly 'process.whichTyped': { readonly clause: 'text' };
  readonly 'process.within': { readonly name: 'text' };
  readonly 'process.chosenNow': { readonly name: 'text' };
  readonly 'process.chosenNone': {};
  readonly 'setting.name': {};
  readonly 'setting.region': {};
  readonly 'setting.zone': {};
  readonly 'setting.language': {};
  readonly 'setting.rule': {};
  readonly 'setting.polls': {};
  readonly 'summary.process.setup': {};
  readonly 'example.process.setup': {};
  readonly 'summary.process.show': {};
  readonly 'example.process.show': {};
  readonly 'summary.process.set': {};
  readonly 'example.process.set': {};
  readonly 'summary.process.archive': {};
  readonly 'example.process.archive': {};
  readonly 'refusal.example': {};
  readonly 'store.lastSaved': {};
  readonly 'arg.result': {};
  readonly 'arg.resultKind': {};
  readonly 'arg.title': {};
  readonly 'arg.target': {};
  readonly 'summary.result.draft': {};
  readonly 'example.result.draft': {};
  readonly 'summary.result.edit': {};
  readonly 'example.result.edit': {};
  readonly 'summary.result.link': {};
  readonly 'example.result.link': {};
  readonly 'summary.result.submit': {};
  readonly 'example.result.submit': {};
  readonly 'summary.result.withdraw': {};
  readonly 'example.result.withdraw': {};
  readonly 'summary.result.show': {};
  readonly 'example.result.show': {};
  readonly 'summary.result.list': {};
  readonly 'example.result.list': {};
  readonly 'summary.result.history': {};
  readonly 'example.result.history': {};
  readonly 'action.result.submit': {};
  readonly 'action.vote.open.submission': {};
  readonly 'result.label': { readonly id: 'text'; readonly kind: 'text'; readonly title: 'text' };
  readonly 'result.state': { readonly state: 'choice' };
  readonly 'result.field.state': {};
  readonly 'result.field.vote': {};
  readonly 'result.field.group': {};
  readonly 'result.field.version': {};
  readonly 'result.noText': { readonly command: 'text' };
  readonly 'result.answers': {};
  readonly 'result.answeredBy': {};
  readonly 'result.submission.title': { readonly label: 'text' };
  readonly 'result.submission.next': {};
  readonly 'result.submission.ask': { readonly group: 'text' };
  readonly 'result.list.title': {};
  readonly 'result.list.none': { readonly command: 'text' };
  readonly 'result.list.line': { readonly label: 'text'; readonly state: 'text' };
  readonly 'result.version': { readonly version: 'text'; readonly at: 'text' };
  readonly 'result.versionBy': { readonly who: 'text' };
  readonly 'result.emptyVersion': {};
  readonly 'result.answer.drafted': { readonly label: 'text' };
  readonly 'result.answer.edited': { readonly label: 'text'; readonly version: 'text'; readonly submit: 'text' };
  readonly 'result.answer.submitted': { readonly label: 'text' };
  readonly 'result.answer.withdrawn': { readonly label: 'text'; readonly edit: 'text' };
  readonly 'slack.more': { readonly count: 'number' };
  readonly 'slack.homeMore': {};
  readonly 'slack.chooser.button': {};
  readonly 'slack.chooser.title': {};
  readonly 'slack.chooser.command': {};
  readonly 'slack.chooser.room': {};
  readonly 'slack.form.submit': {};
  readonly 'slack.form.next': {};
  readonly 'slack.form.close': {};
  readonly 'slack.form.done': {};
  readonly 'slack.form.working': {};
  readonly 'slack.form.yes': {};
  readonly 'slack.form.nothing': {};
  readonly 'slack.form.outdated': {};
  readonly 'slack.buttonOutdated': {};
  readonly 'slack.away': {};
  readonly 'slack.form.failed': {};
  readonly 'slack.form.expired': {};
  readonly 'slack.done': {};
  readonly 'slack.threadTask': {};
  readonly 'slack.group': {};
  readonly 'slack.notAPerson': { readonly name: 'text' };
  readonly 'slack.manifest.description': {};
  readonly 'slack.manifest.long': {};
  readonly 'slack.shortcut.any': {};
  readonly 'slack.shortcut.anyText': {};
  readonly 'slack.shortcut.task': {};
  readonly 'slack.shortcut.taskText': {};
  readonly 'slack.shortcut.input': {};
  readonly 'slack.shortcut.inputText': {};
  readonly 'slack.external': {};
  readonly 'space.title': { readonly name: 'text' };
  readonly 'space.bound': { readonly process: 'text' };
  readonly 'space.belongs': { readonly process: 'text' };
  readonly 'space.outOfSight': {};
  readonly 'space.empty': {};
  readonly 'space.settled': {};
  readonly 'space.free': {};
  readonly 'space.freeNext': { readonly command: 'text' };
  readonly 'space.steeringNext': { readonly command: 'text' };
  readonly 'space.outside': {};
  readonly 'space.outsideNext': { readonly count: 'number' };
  readonly 'space.others': { readonly count: 'number' };
  readonly 'space.unseen': {};
  readonly 'space.unbound': { readonly name: 'text'; readonly process: 'text' };
  readonly 'summary.process.space': {};
  readonly 'example.process.space': {};
  readonly 'summary.process.unbind': {};
  readonly 'example.process.unbind': {};
  readonly 'task.title': { readonly id: 'text' };
  readonly 'task.field.assignee': {};
  readonly 'task.field.standIn': {};
  readonly 'task.field.due': {};
  readonly 'task.field.state': {};
  readonly 'task.field.group': {};
  readonly 'task.field.source': {};
  readonly 'task.source': {};
  readonly 'task.assignee.none': {};
  readonly 'task.assignee.asked': { readonly who: 'text' };
  readonly 'task.assignee.accepted': { readonly who: 'text' };
  readonly 'task.due.none': {};
  readonly 'task.state.open': {};
  readonly 'task.state.overdue': {};
  readonly 'task.state.done': {};
  readonly 'task.state.dropped': {};
  readonly 'task.state.doneBy': { readonly who: 'text' };
  readonly 'task.state.droppedBy': { readonly who: 'text' };
  readonly 'task.comments': { readonly total: 'number'; readonly hidden: 'number'; readonly shown: 'text' };
  readonly 'task.request': { readonly who: 'text' };
  readonly 'task.movedOn': {};
  readonly 'task.declined': { readonly who: 'text'; readonly id: 'text' };
  readonly 'task.declined.next': { readonly command: 'text' };
  readonly 'task.commented': { readonly who: 'text'; readonly id: 'text'; readonly about: 'text' };
  readonly 'task.hint.person': {};
  readonly 'task.hint.date': {};
  readonly 'task.span.day': {};
  readonly 'task.span.week': {};
  readonly 'task.list.mine': {};
  readonly 'task.list.open': {};
  readonly 'task.list.late': {};
  readonly 'task.list.done': {};
  readonly 'task.list.all': {};
  readonly 'task.list.empty.mine': {};
  readonly 'task.list.empty.open': {};
  readonly 'task.list.empty.late': {};
  readonly 'task.list.empty.done': {};
  readonly 'task.list.empty.all': {};
  readonly 'task.list.more': { readonly hidden: 'number' };
  readonly 'task.urgency.overdue': {};
  readonly 'task.urgency.today': {};
  readonly 'task.urgency.week': {};
  readonly 'task.urgency.later': {};
  readonly 'task.urgency.closed': {};
  readonly 'task.remind.one.overdue': { readonly id: 'text' };
  readonly 'task.remind.one.today': { readonly id: 'text' };
  readonly 'task.remind.one.week': { readonly id: 'text' };
  readonly 'task.remind.one.later': { readonly id: 'text' };
  readonly 'task.remind.one.escalated': { readonly id: 'text' };
  readonly 'task.remind.one.unanswered': { readonly id: 'text' };
  readonly 'task.remind.several': { readonly total: 'text' };
  readonly 'task.remind.escalated': {};
  readonly 'task.remind.unanswered': {};
  readonly 'task.remind.ask': { readonly command: 'text' };
  readonly 'task.remind.how': { readonly command: 'text' };
  readonly 'task.remind.example': {};
  readonly 'task.remind.unassigned': { readonly command: 'text' };
  readonly 'task.remind.standIn': { readonly who: 'text' };
  readonly 'task.remind.next': { readonly due: 'text'; readonly assign: 'text' };
  readonly 'task.said.created': { readonly total: 'number'; readonly ids: 'text'; readonly group: 'text' };
  readonly 'task.said.done': { readonly id: 'text' };
  readonly 'task.said.dropped': { readonly id: 'text' };
  readonly 'task.said.reopened': { readonly id: 'text'; readonly due: 'text' };
  readonly 'task.said.accepted': { readonly id: 'text'; readonly due: 'text' };
  readonly 'task.said.declined': { readonly id: 'text' };
  readonly 'task.said.assigned': { readonly id: 'text' };
  readonly 'task.said.moved': { readonly id: 'text'; readonly due: 'text' };
  readonly 'task.said.commented': { readonly id: 'text' };
  readonly 'task.said.undone': { readonly id: 'text'; readonly state: 'text'; readonly due: 'text' };
  readonly 'arg.task': {};
  readonly 'arg.text': {};
  readonly 'arg.by': {};
  readonly 'arg.date': {};
  readonly 'arg.length': {};
  readonly 'arg.reason': {};
  readonly 'arg.which': {};
  readonly 'arg.group': {};
  readonly 'summary.task.add': {};
  readonly 'example.task.add': {};
  readonly 'summary.task.list': {};
  readonly 'example.task.list': {};
  readonly 'summary.task.show': {};
  readonly 'example.task.show': {};
  readonly 'summary.task.done': {};
  readonly 'example.task.done': {};
  readonly 'summary.task.accept': {};
  readonly 'example.task.accept': {};
  readonly 'summary.task.decline': {};
  readonly 'example.task.decline': {};
  readonly 'summary.task.assign': {};
  readonly 'example.task.assign': {};
  readonly 'summary.task.due': {};
  readonly 'example.task.due': {};
  readonly 'summary.task.snooze': {};
  readonly 'example.task.snooze': {};
  readonly 'summary.task.comment': {};
  readonly 'example.task.comment': {};
  readonly 'summary.task.reopen': {};
  readonly 'example.task.reopen': {};
  readonly 'summary.task.drop': {};
  readonly 'example.task.drop': {};
  readonly 'summary.task.undo': {};
  readonly 'example.task.undo': {};
  readonly 'action.task.done': {};
  readonly 'action.task.accept': {};
  readonly 'action.task.accept.take': {};
  readonly 'action.task.decline': {};
  readonly 'action.task.decline.handBack': {};
  readonly 'action.task.reopen': {};
  readonly 'action.task.snooze.day': {};
  readonly 'action.task.snooze.week': {};
  readonly 'action.task.undo': {};
  readonly 'vote.card.title': { readonly id: 'text'; readonly title: 'text' };
  readonly 'vote.card.withdrawn': {};
  readonly 'vote.proposal': { readonly id: 'text'; readonly kind: 'text'; readonly version: 'text' };
  readonly 'vote.label.proposal': {};
  readonly 'vote.label.from': {};
  readonly 'vote.label.serves': {};
  readonly 'vote.label.deadline': {};
  readonly 'vote.label.roll': {};
  readonly 'vote.label.void': {};
  readonly 'vote.label.votes': {};
  readonly 'vote.votes': { readonly yes: 'text'; readonly no: 'text' };
  readonly 'vote.poll.ended': { readonly outcome: 'text' };
  readonly 'vote.card.outcome': {};
  readonly 'vote.label.abstentions': {};
  readonly 'vote.label.recused': {};
  readonly 'vote.label.quorum': {};
  readonly 'vote.label.rule': {};
  readonly 'vote.label.ended': {};
  readonly 'vote.nobody': {};
  readonly 'vote.quorum.met': { readonly present: 'number'; readonly base: 'text'; readonly needed: 'number' };
  readonly 'vote.quorum.second': { readonly present: 'number'; readonly base: 'text' };
  readonly 'vote.quorum.missed': { readonly present: 'number'; readonly base: 'text'; readonly needed: 'text' };
  readonly 'vote.seat.recused': { readonly holder: 'text' };
  readonly 'vote.seat.deputy': { readonly holder: 'text'; readonly deputy: 'text' };
  readonly 'vote.rule.title': { readonly profile: 'text' };
  readonly 'vote.progress': { readonly done: 'number'; readonly total: 'text' };
  readonly 'vote.progress.few': { readonly total: 'text' };
  readonly 'vote.choice.yes': {};
  readonly 'vote.choice.no': {};
  readonly 'vote.choice.abstain': {};
  readonly 'vote.choice.concern': {};
  readonly 'vote.choice.objection': {};
  readonly 'vote.choice.consent': {};
  readonly 'action.vote.yes': {};
  readonly 'action.vote.yes.consent': {};
  readonly 'action.vote.no': {};
  readonly 'action.vote.abstain': {};
  readonly 'action.vote.concern': {};
  readonly 'action.vote.objection': {};
  readonly 'action.vote.recuse': {};
  readonly 'vote.resolution.title': { readonly number: 'text'; readonly title: 'text' };
  readonly 'vote.resolution.notQuorate': { readonly id: 'text'; readonly title: 'text' };
  readonly 'vote.resolution.objected': { readonly id: 'text'; readonly title: 'text' };
  readonly 'vote.resolution.noResolution': { readonly id: 'text'; readonly title: 'text' };
  readonly 'vote.void.title': { readonly title: 'text' };
  readonly 'vote.void.text': { readonly id: 'text'; readonly until: 'text' };
  readonly 'vote.early.title': { readonly id: 'text'; readonly title: 'text' };
  readonly 'vote.early.text': { readonly until: 'text' };
  readonly 'vote.early.offer': {};
  readonly 'action.vote.reopen': {};
  readonly 'vote.reopened': { readonly id: 'text'; readonly title: 'text'; readonly until: 'text' };
  readonly 'vote.reopened.title': { readonly id: 'text'; readonly title: 'text' };
  readonly 'vote.reopened.text': { readonly until: 'text' };
  readonly 'vote.reopened.void': { readonly number: 'text' };
  readonly 'vote.reopened.seat.cast': {};
  readonly 'vote.reopened.seat.none': {};
  readonly 'vote.reopened.seat.recused': {};
  readonly 'vote.reopened.group': { readonly result: 'text'; readonly until: 'text' };
  readonly 'vote.resolution.recommendation': {};
  readonly 'vote.resolution.proposal': { readonly vote: 'text'; readonly id: 'text'; readonly kind: 'text'; readonly version: 'text' };
  readonly 'vote.resolution.proof': { readonly hash: 'text'; readonly command: 'text' };
  readonly 'vote.named.title': {};
  readonly 'vote.named.silent': {};
  readonly 'vote.named.deputy': { readonly holder: 'text'; readonly deputy: 'text' };
  readonly 'vote.named.reasons': {};
  readonly 'vote.named.reason': { readonly person: 'text'; readonly choice: 'text'; readonly reason: 'text' };
  readonly 'vote.group.told': { readonly id: 'text'; readonly verdict: 'text' };
  readonly 'vote.group.next.adopted': { readonly id: 'text' };
  readonly 'vote.group.next.rejected': { readonly id: 'text' };
  readonly 'vote.group.next.objected': { readonly id: 'text' };
  readonly 'vote.group.next.notQuorate': { readonly id: 'text' };
  readonly 'vote.group.next.noResolution': { readonly id: 'text' };
  readonly 'vote.notQuorate.chair': { readonly id: 'text'; readonly command: 'text' };
  readonly 'vote.remind.halfTime': { readonly id: 'text'; readonly title: 'text' };
  readonly 'vote.remind.lastCall': { readonly id: 'text'; readonly title: 'text' };
  readonly 'vote.remind.ask': {};
  readonly 'vote.risk': { readonly id: 'text'; readonly present: 'number'; readonly missing: 'number'; readonly until: 'text' };
  readonly 'vote.risk.missing': { readonly people: 'text' };
  readonly 'vote.opened': { readonly id: 'text'; readonly title: 'text'; readonly until: 'text' };
  readonly 'vote.extended': { readonly id: 'text'; readonly title: 'text'; readonly until: 'text' };
  readonly 'vote.withdrawn.room': { readonly id: 'text'; readonly title: 'text' };
  readonly 'vote.withdrawn.voter': { readonly id: 'text'; readonly title: 'text' };
  readonly 'vote.recusal.recorded': { readonly id: 'text'; readonly title: 'text' };
  readonly 'vote.recusal.takenBack': { readonly id: 'text'; readonly title: 'text' };
  readonly 'vote.recusal.answer.recorded': { readonly own: 'choice'; readonly id: 'text'; readonly who: 'text' };
  readonly 'vote.recusal.answer.back': { readonly own: 'choice'; readonly id: 'text'; readonly who: 'text' };
  readonly 'vote.recusal.void': {};
  readonly 'vote.recusal.counts': {};
  readonly 'vote.recusal.undo': { readonly command: 'text' };
  readonly 'vote.deputy.in': { readonly holder: 'text'; readonly id: 'text'; readonly title: 'text'; readonly until: 'text' };
  readonly 'vote.deputy.answer.in': { readonly id: 'text'; readonly deputy: 'text'; readonly holder: 'text' };
  readonly 'vote.deputy.answer.back': { readonly id: 'text'; readonly holder: 'text' };
  readonly 'vote.receipt.recorded': { readonly id: 'text'; readonly choice: 'text' };
  readonly 'vote.receipt.changed': { readonly id: 'text'; readonly choice: 'text' };
  readonly 'vote.receipt.same': { readonly id: 'text'; readonly choice: 'text' };
  readonly 'vote.receipt.mine': { readonly id: 'text'; readonly choice: 'text' };
  readonly 'vote.receipt.deputy': {};
  readonly 'vote.receipt.change': { readonly until: 'text' };
  readonly 'vote.receipt.retracted': { readonly id: 'text'; readonly choice: 'text' };
  readonly 'vote.receipt.again': { readonly id: 'text'; readonly until: 'text' };
  readonly 'vote.receipt.text': { readonly hash: 'text' };
  readonly 'vote.mine.notOnRoll': { readonly id: 'text' };
  readonly 'vote.mine.recused': { readonly id: 'text' };
  readonly 'vote.mine.deputyActs': { readonly id: 'text' };
  readonly 'vote.mine.none': { readonly id: 'text'; readonly until: 'text' };
  readonly 'vote.mine.noneLate': { readonly id: 'text' };
  readonly 'vote.status.title': {};
  readonly 'vote.status.none': {};
  readonly 'vote.list.title': {};
  readonly 'vote.list.none': {};
  readonly 'vote.list.open': {};
  readonly 'vote.list.done': {};
  readonly 'vote.list.until': { readonly id: 'text'; readonly title: 'text'; readonly until: 'text' };
  readonly 'vote.list.withdrawn': { readonly id: 'text'; readonly title: 'text' };
  readonly 'vote.list.decided': { readonly result: 'choice'; readonly id: 'text'; readonly head: 'text' };
  readonly 'arg.vote': {};
  readonly 'arg.choice': {};
  readonly 'arg.rule': {};
  readonly 'arg.secret': {};
  readonly 'summary.vote.open': {};
  readonly 'example.vote.open': {};
  readonly 'summary.vote.yes': {};
  readonly 'example.vote.yes': {};
  readonly 'summary.vote.no': {};
  readonly 'example.vote.no': {};
  readonly 'summary.vote.abstain': {};
  readonly 'example.vote.abstain': {};
  readonly 'summary.vote.concern': {};
  readonly 'example.vote.concern': {};
  readonly 'summary.vote.objection': {};
  readonly 'example.vote.objection': {};
  readonly 'summary.vote.retract': {};
  readonly 'example.vote.retract': {};
  readonly 'summary.vote.mine': {};
  readonly 'example.vote.mine': {};
  readonly 'summary.vote.recuse': {};
  readonly 'example.vote.recuse': {};
  readonly 'summary.vote.deputy': {};
  readonly 'example.vote.deputy': {};
  readonly 'summary.vote.extend': {};
  readonly 'example.vote.extend': {};
  readonly 'summary.vote.withdraw': {};
  readonly 'example.vote.withdraw': {};
  readonly 'summary.vote.reopen': {};
  readonly 'example.vote.reopen': {};
  readonly 'summary.vote.second-call': {};
  readonly 'example.vote.second-call': {};
  readonly 'summary.vote.status': {};
  readonly 'example.vote.status': {};
  readonly 'summary.vote.show': {};
  readonly 'example.vote.show': {};
  readonly 'summary.vote.list': {};
  readonly 'example.vote.list': {};
  readonly 'profile.beirat': {};
  readonly 'profile.go-rat': {};
  readonly 'profile.vorsitz-entscheidet': {};
  readonly 'profile.zwei-drittel': {};
  readonly 'profile.konsent': {};
  readonly 'profile.meinungsbild': {};
  readonly 'rule.advisory': {};
  readonly 'rule.majority.simple': {};
  readonly 'rule.majority.absolute': {};
  readonly 'rule.majority.fraction': { readonly compare: 'choice'; readonly denominator: 'number'; readonly numerator: 'number'; readonly base: 'choice' };
  readonly 'rule.majority.consent': {};
  readonly 'rule.objection': {};
  readonly 'rule.silence.notVoted': {};
  readonly 'rule.silence.consents': {};
  readonly 'rule.abstain.quorumOnly': {};
  readonly 'rule.abstain.ignored': {};
  readonly 'rule.abstain.asNo': {};
  readonly 'rule.abstain.silenceAsNo': {};
  readonly 'rule.abstain.none': {};
  readonly 'rule.quorum.needed': { readonly base: 'number'; readonly needed: 'text'; readonly kind: 'choice' };
  readonly 'rule.quorum.none': {};
  readonly 'rule.quorum.secondCall': {};
  readonly 'rule.tie.rejected': {};
  readonly 'rule.tie.chairDecides': {};
  readonly 'rule.recusal.noBallot': {};
  readonly 'rule.recusal.rollMinusRecused': {};
  readonly 'rule.recusal.roll': {};
  readonly 'rule.secret': {};
  readonly 'outcome.adopted': { readonly yes: 'number'; readonly no: 'number' };
  readonly 'outcome.adopted.chair': { readonly yes: 'text'; readonly no: 'text' };
  readonly 'outcome.adopted.consent': { readonly concern: 'number' };
  readonly 'outcome.rejected': { readonly yes: 'number'; readonly no: 'number' };
  readonly 'outcome.rejected.tie': { readonly yes: 'text'; readonly no: 'text' };
  readonly 'outcome.rejected.chair': { readonly yes: 'text'; readonly no: 'text' };
  readonly 'outcome.rejected.consent': {};
  readonly 'outcome.objected': { readonly objection: 'number' };
  readonly 'outcome.notQuorate': { readonly base: 'number'; readonly present: 'number'; readonly needed: 'number' };
  readonly 'outcome.noResolution': { readonly yes: 'number'; readonly no: 'number' };
  readonly 'outcome.missing.yes': { readonly missing: 'number' };
  readonly 'outcome.missing.ballots': { readonly missing: 'number' };
  readonly 'outcome.numbers': { readonly roll: 'text'; readonly recused: 'text'; readonly cast: 'text'; readonly yes: 'text'; readonly no: 'text'; readonly abstain: 'text'; readonly notVoted: 'text' };
  readonly 'outcome.numbers.yesNo': { readonly roll: 'text'; readonly recused: 'text'; readonly cast: 'text'; readonly yes: 'text'; readonly no: 'text'; readonly notVoted: 'text' };
  readonly 'outcome.numbers.consent': { readonly roll: 'text'; readonly recused: 'text'; readonly cast: 'text'; readonly yes: 'text'; readonly concern: 'text'; readonly objection: 'text'; readonly notVoted: 'text' };
  readonly 'outcome.recusal.decisive': {};
  readonly 'outcome.recusal.notDecisive': {};
}

/** Every code that has words typed in commands. */
export type WordCode =
  | 'process'
  | 'group'
  | 'task'
  | 'input'
  | 'result'
  | 'vote'
  | 'me'
  | 'mitwirk'
  | 'process.setup'
  | 'process.show'
  | 'process.set'
  | 'process.digest'
  | 'process.report'
  | 'process.handover'
  | 'process.space'
  | 'process.unbind'
  | 'process.archive'
  | 'process.confirm-clock'
  | 'group.steering'
  | 'group.new'
  | 'group.add'
  | 'group.remove'
  | 'group.show'
  | 'group.list'
  | 'group.rename'
  | 'group.archive'
  | 'group.merge'
  | 'group.coverage'
  | 'task.add'
  | 'task.list'
  | 'task.show'
  | 'task.done'
  | 'task.reopen'
  | 'task.assign'
  | 'task.accept'
  | 'task.decline'
  | 'task.due'
  | 'task.snooze'
  | 'task.drop'
  | 'task.comment'
  | 'task.undo'
  | 'task.export'
  | 'task.needs'
  | 'task.repeat'
  | 'input.open'
  | 'input.give'
  | 'input.behalf'
  | 'input.edit'
  | 'input.withdraw'
  | 'input.list'
  | 'input.show'
  | 'input.close'
  | 'input.reopen'
  | 'input.theme'
  | 'input.support'
  | 'input.answer'
  | 'input.export'
  | 'result.draft'
  | 'result.edit'
  | 'result.link'
  | 'result.submit'
  | 'result.withdraw'
  | 'result.show'
  | 'result.list'
  | 'result.history'
  | 'result.export'
  | 'vote.open'
  | 'vote.yes'
  | 'vote.no'
  | 'vote.abstain'
  | 'vote.concern'
  | 'vote.objection'
  | 'vote.retract'
  | 'vote.mine'
  | 'vote.status'
  | 'vote.show'
  | 'vote.recuse'
  | 'vote.deputy'
  | 'vote.extend'
  | 'vote.withdraw'
  | 'vote.second-call'
  | 'vote.reopen'
  | 'vote.list'
  | 'vote.export'
  | 'me.show'
  | 'me.process'
  | 'me.agree'
  | 'me.decline'
  | 'me.language'
  | 'me.zone'
  | 'me.quiet'
  | 'me.reminders'
  | 'me.absent'
  | 'me.link'
  | 'me.data'
  | 'me.export'
  | 'me.delete'
  | 'mitwirk.help'
  | 'mitwirk.status'
  | 'mitwirk.audit'
  | 'region'
  | 'zone'
  | 'language'
  | 'field'
  | 'as'
  | 'kind'
  | 'org'
  | 'deputyOf'
  | 'of'
  | 'by'
  | 'until'
  | 'method'
  | 'for'
  | 'with'
  | 'rule'
  | 'secret'
  | 'anonymous'
  | 'named'
  | 'because'
  | 'deputy'
  | 'list.mine'
  | 'list.open'
  | 'list.late'
  | 'list.done'
  | 'list.all'
  | 'digest.preview'
  | 'digest.send'
  | 'confirm'
  | 'link.confirm'
  | 'link.decline'
  | 'link.undo'
  | 'switch.on'
  | 'switch.off'
  | 'back'
  | 'form'
  | 'form.leave'
  | 'form.skip'
  | 'form.yes'
  | 'role.chair'
  | 'role.lead'
  | 'role.member'
  | 'role.deputy'
  | 'role.expert'
  | 'kind.citizens'
  | 'kind.migrantOrganisations'
  | 'kind.integrationBoard'
  | 'kind.volunteers'
  | 'kind.welfare'
  | 'kind.religion'
  | 'kind.unions'
  | 'kind.employmentServices'
  | 'kind.education'
  | 'kind.business'
  | 'kind.civilSociety'
  | 'kind.administration'
  | 'resultKind.finding'
  | 'resultKind.guideline'
  | 'resultKind.actionField'
  | 'resultKind.goal'
  | 'resultKind.measure'
  | 'resultKind.report'
  | 'resultKind.draftConcept'
  | 'setting.name'
  | 'setting.region'
  | 'setting.zone'
  | 'setting.language'
  | 'setting.digest'
  | 'setting.rule'
  | 'setting.polls'
  | 'profile.beirat'
  | 'profile.go-rat'
  | 'profile.vorsitz-entscheidet'
  | 'profile.zwei-drittel'
  | 'profile.konsent'
  | 'profile.meinungsbild';
