/** Who may do what. */
import { rulesOf } from '../rule.ts';

const OBJECT = ['test/unit/domain/group/permission', 'test/unit/features/task/'];
const ACCESS = ['test/unit/app/access'];
const LINKING = ['test/unit/domain/link/'];

export const permissions = [
  ...rulesOf('permissions', 'src/domain/group/permission.ts', OBJECT, {
    'assignee-responsible': ['The assignee is responsible', 'task.assigneeId === standing.personId || ', ''],
    'stand-in-responsible': ['So is the deputy of one who is away', ' || standing.standsIn', ''],
    'lead-changes': [
      'The lead changes the tasks of the group',
      "standing.role === 'lead' || standing.role === 'chair'",
      'false',
    ],
    'member-changes-not': [
      'A member does not change the task of another',
      "standing.role === 'lead' || standing.role === 'chair'",
      'standing.role !== null',
    ],
    'outsider-takes-not': [
      'An outsider takes no part',
      'standing.role !== null || mayChangeTask',
      'true || mayChangeTask',
    ],
  }),
  ...rulesOf('permissions', 'src/features/task/acts/assign.ts', OBJECT, {
    'assign-right': ['Only who may change a task passes it on', 'await mustBeAllowedToChange(tx, caller, task);', ''],
    'assign-inside': ['Nobody outside the process is asked', 'await mustBelong(tx, caller.process, to);', ''],
    'accept-asked': ['Only who was asked accepts', 'else await mustBeResponsible(tx, caller, task);', ''],
  }),
  ...rulesOf('permissions', 'src/app/access.ts', ACCESS, {
    'setup-right': [
      'Not everybody sets up a process',
      "if (!caller.maySetUp && !caller.coordinator) refuse('who.setup');",
      '',
    ],
    'participant-right': ['A stranger is shown nothing', "if (!caller.participant) refuse('who.participant');", ''],
    'member-right': ['Only members', "if (!caller.membership && !caller.coordinator) refuse('who.member');", ''],
    'lead-right': [
      'Only who leads',
      "if (!caller.coordinator && role !== 'lead' && role !== 'chair') refuse('who.groupLead');",
      '',
    ],
    'coordinator-right': ['Only who coordinates', "if (!caller.coordinator) refuse('who.coordinator');", ''],
    'room-only': ['No group in a direct chat', "if (caller.room.kind === 'direct') refuse('place.room');", ''],
  }),
  ...rulesOf('permissions', 'src/features/vote/read/steering.ts', ['test/unit/features/vote/'], {
    'chair-presides': [
      'Only chair and coordination preside',
      "if (!(await presides(tx, caller, group))) refuse('who.chair');",
      '',
    ],
    'coordinator-no-chair': [
      'The coordination decides for no seat',
      "if (!(await isChair(tx, caller, group))) refuse('vote.onlyChair');",
      '',
    ],
  }),
  ...rulesOf('permissions', 'src/domain/link/linking.ts', LINKING, {
    'deputy-weighs': [
      'A deputy weighs as much as the seat',
      "return role === 'expert' ? 'member' : 'seat';",
      "return role === 'expert' || role === 'deputy' ? 'member' : 'seat';",
    ],
    'no-rise': [
      'No link raises anybody',
      'weightOf(one.get(process)) >= weightOf(office)',
      'weightOf(one.get(process)) >= 0',
    ],
    'link-agreement': [
      'Where rights are at stake somebody else agrees',
      "filter(([, office]) => office !== 'member')",
      "filter(([, office]) => office === 'chair')",
    ],
  }),
  ...rulesOf('permissions', 'src/domain/link/linkRequest.ts', LINKING, {
    'code-lasts': ['A code is over after 15 minutes', 'shown: 15 * MINUTE_MS', 'shown: 15 * DAY_MS'],
    'link-expires': ['After its time nothing is confirmed', 'return now <= lastsUntil(request);', 'return true;'],
  }),
  ...rulesOf('permissions', 'src/app/people.ts', ['test/unit/app/naming'], {
    'never-guess': [
      'Of two of one name none is taken',
      'if (only && found.length === 1) return only;',
      'if (only) return only;',
    ],
    'inside-first': ['Those of the process come first', 'inside.length > 0 ? inside : near', '[...inside, ...near]'],
  }),
  ...rulesOf('permissions', 'src/domain/group/sharedMembership.ts', ['test/unit/domain/group/'], {
    'own-deputy': [
      'Nobody is their own deputy',
      'filter(({ deputyOf }) => deputyOf === null || !both.includes(deputyOf))',
      'filter(() => true)',
    ],
  }),
  ...rulesOf('permissions', 'src/app/choice.ts', ['test/unit/app/pressed'], {
    'press-own-process': [
      'A button acts in the process of its card',
      "what.kind !== 'press' || what.process === null",
      'true',
    ],
  }),
  ...rulesOf('permissions', 'src/acting/ownProcess.ts', ['test/unit/app/pressed'], {
    'press-taken-out': [
      'A button does nothing for whoever was taken out of its process',
      'own.find(({ id }) => id === wanted)',
      '(await tx.processes.byId(wanted))',
    ],
  }),
  ...rulesOf('permissions', 'src/app/run.ts', ['test/unit/app/askFirst'], {
    'end-asked': ['What ends something asks first', "command.effect === 'ends' && ", 'false && '],
  }),
  ...rulesOf('permissions', 'src/features/process/acts/choose.ts', ['test/unit/app/askFirst'], {
    'yes-in-time': ['A yes comes within an hour', "about === 'end' && now", 'false && now'],
    'yes-to-the-end': [
      'A yes answers no other question',
      "(question.deed.ends !== undefined) !== (about === 'end')",
      'false',
    ],
    'yes-once': ['A yes counts once', 'await tx.questions.answered(id);', ''],
  }),
  ...rulesOf('permissions', 'adapters/postgres/repositories/questions.ts', ['test/unit/app/askFirst'], {
    'yes-of-the-asked': ['Only who was asked says yes', "\n        .where('person_id', '=', person)", ''],
    'yes-in-place': ['A yes counts only where it was asked for', "\n        .where('room_id', '=', room)", ''],
  }),
  ...rulesOf('permissions', 'src/app/askFirst.ts', ['test/unit/app/askFirst'], {
    'end-only-tried': ['Nothing is done before the yes', 'throw tried;', ''],
    'end-refused-first': [
      'Nobody is asked about what will be refused',
      'if (fault && fault.error !== tried) throw fault.error;',
      '',
    ],
  }),
];
