/** Every table by its full name, and the handle with which the repositories ask for them. */
import type { Kysely } from 'kysely';
import type { ClockDoubtsTable, ClockTable } from './clocks.ts';
import type { LinkGuessesTable, LinkMembershipsTable, LinkMovesTable, LinkRequestsTable, LinksTable } from './links.ts';
import type {
  LocalKeysTable,
  LocalMessagesTable,
  LocalPeopleTable,
  LocalRoomsTable,
  LocalStateTable,
} from './local.ts';
import type { IdentitiesTable, PeopleTable, QuestionsTable, RoomsTable } from './people.ts';
import type { LeasesTable, PlatformMemoryTable, ReplicasTable } from './platform.ts';
import type {
  CoordinatorsTable,
  CountersTable,
  GroupsTable,
  GuestsTable,
  InvitationsTable,
  MembershipsTable,
  ParticipantsView,
  ProcessesTable,
} from './processes.ts';
import type { ResultLinksTable, ResultsTable, ResultVersionsTable } from './results.ts';
import type { ContributionsTable, RoundsTable } from './rounds.ts';
import type { SpaceRoomsTable, SpacesTable } from './spaces.ts';
import type { TaskChangesTable, TaskCommentsTable, TasksTable } from './tasks.ts';
import type { BallotsTable, SeatsTable, VotesTable } from './votes.ts';
import type { AuditHeadsTable, AuditTable, DueTable, EventsTable, OutboxTable, PostedTable } from './work.ts';

export interface Tables {
  'mitwirk.people': PeopleTable;
  'mitwirk.identities': IdentitiesTable;
  'mitwirk.link_requests': LinkRequestsTable;
  'mitwirk.link_guesses': LinkGuessesTable;
  'mitwirk.links': LinksTable;
  'mitwirk.link_moves': LinkMovesTable;
  'mitwirk.link_memberships': LinkMembershipsTable;
  'mitwirk.rooms': RoomsTable;
  'mitwirk.questions': QuestionsTable;
  'mitwirk.spaces': SpacesTable;
  'mitwirk.space_rooms': SpaceRoomsTable;
  'mitwirk.processes': ProcessesTable;
  'mitwirk.coordinators': CoordinatorsTable;
  'mitwirk.guests': GuestsTable;
  'mitwirk.participants': ParticipantsView;
  'mitwirk.invitations': InvitationsTable;
  'mitwirk.counters': CountersTable;
  'mitwirk.groups': GroupsTable;
  'mitwirk.memberships': MembershipsTable;
  'mitwirk.tasks': TasksTable;
  'mitwirk.task_changes': TaskChangesTable;
  'mitwirk.task_comments': TaskCommentsTable;
  'mitwirk.rounds': RoundsTable;
  'mitwirk.contributions': ContributionsTable;
  'mitwirk.results': ResultsTable;
  'mitwirk.result_versions': ResultVersionsTable;
  'mitwirk.result_links': ResultLinksTable;
  'mitwirk.votes': VotesTable;
  'mitwirk.seats': SeatsTable;
  'mitwirk.ballots': BallotsTable;
  'mitwirk.events': EventsTable;
  'mitwirk.due': DueTable;
  'mitwirk.outbox': OutboxTable;
  'mitwirk.posted': PostedTable;
  'mitwirk.audit': AuditTable;
  'mitwirk.audit_heads': AuditHeadsTable;
  'mitwirk.local_people': LocalPeopleTable;
  'mitwirk.local_rooms': LocalRoomsTable;
  'mitwirk.local_messages': LocalMessagesTable;
  'mitwirk.local_keys': LocalKeysTable;
  'mitwirk.local_state': LocalStateTable;
  'mitwirk.platform_memory': PlatformMemoryTable;
  'mitwirk.leases': LeasesTable;
  'mitwirk.replicas': ReplicasTable;
  'mitwirk.clock': ClockTable;
  'mitwirk.clock_doubts': ClockDoubtsTable;
}

/** A connection to the database, or a transaction on it. */
export type Db = Kysely<Tables>;
