/** Work results, their versions and links. */
import type { GroupId, PersonId, ProcessId, ResultId } from '../../domain/ids.ts';
import type { ResultState, ResultVersion, WorkResult } from '../../domain/result/workResult.ts';

export interface ResultFilter {
  readonly group?: GroupId;
  readonly state?: ResultState;
}

export interface Results {
  /** Also keeps the first version. */
  create(result: Omit<WorkResult, 'id' | 'version' | 'state' | 'submittedAt' | 'settledAt'>): Promise<WorkResult>;
  byId(id: ResultId): Promise<WorkResult | null>;
  byNumber(process: ProcessId, number: number): Promise<WorkResult | null>;
  /** By number. */
  list(process: ProcessId, filter: ResultFilter): Promise<readonly WorkResult[]>;
  update(id: ResultId, change: Partial<Pick<WorkResult, 'state' | 'submittedAt' | 'settledAt'>>): Promise<void>;
  /** A new version of title and text. */
  edit(id: ResultId, title: string, text: string, by: PersonId, at: Date): Promise<WorkResult>;
  /** Oldest first. */
  versions(id: ResultId): Promise<readonly ResultVersion[]>;
  /** False when the link was there already. */
  link(from: ResultId, to: ResultId): Promise<boolean>;
  linksFrom(id: ResultId): Promise<readonly WorkResult[]>;
  linksTo(id: ResultId): Promise<readonly WorkResult[]>;
}
