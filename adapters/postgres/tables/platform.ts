/** What platform adapters remember, leases, and the replicas that hold them. */

import type { Generated } from 'kysely';

export interface PlatformMemoryTable {
  platform: string;
  key: string;
  value: string;
  about: string | null;
  set_at: Date;
}

export interface LeasesTable {
  name: string;
  holder: string;
  until: Date;
  /** Whose process took it; it falls with that. Null in what an earlier version took. */
  replica: string | null;
}

/** One running process. */
export interface ReplicasTable {
  id: string;
  /** Since when it has been heard without a silence. */
  since: Generated<Date>;
  beat_at: Generated<Date>;
}
