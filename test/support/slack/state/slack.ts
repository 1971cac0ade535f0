/** Everything Slack's side holds in memory: teams, tokens, tickets, faults and the record of calls. */
import { createFaults } from '../api/faults.ts';
import { createClock } from './clock.ts';
import { createIds } from './ids.ts';
import { createTickets } from './tickets.ts';
import { createWorkspace, type Workspace, type WorkspaceSeed } from './workspace.ts';

/** One call of the Web API as it came in and was answered. */
export interface RecordedCall {
  readonly method: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly token: string;
  /** Milliseconds since 1970, when it arrived. */
  readonly at: number;
  /** Of the answer; 0: the connection was dropped. */
  status: number;
  error: string | null;
}

export interface SlackSettings {
  readonly appToken: string;
  readonly signingSecret: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly verificationToken: string;
  /** Refuses a second message to a channel within a second, as Slack does in the long run. */
  strictPace: boolean;
}

export type Slack = ReturnType<typeof createSlack>;

export function createSlack(own: Partial<SlackSettings>) {
  const clock = createClock();
  const ids = createIds(clock);
  const teams = new Map<string, Workspace>();
  const settings: SlackSettings = {
    appToken: 'xapp-1-A0MITWIRK-1-secret',
    signingSecret: 'signing-secret-of-the-test-app',
    clientId: '1000.2000',
    clientSecret: 'client-secret-of-the-test-app',
    verificationToken: 'verification-token',
    strictPace: false,
    ...own,
  };
  return {
    clock,
    ids,
    settings,
    teams,
    tickets: createTickets(ids, clock),
    faults: createFaults(),
    calls: [] as RecordedCall[],
    /** Codes of `oauth.v2.access` and the team each installs into. */
    codes: new Map<string, Workspace>(),
    /** Where this server listens, without a slash at the end. */
    baseUrl: '',
    addTeam(seed: WorkspaceSeed): Workspace {
      const team = createWorkspace(seed, ids, clock);
      teams.set(team.id, team);
      return team;
    },
  };
}
