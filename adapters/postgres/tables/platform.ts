/** What platform adapters remember, and leases. */

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
}
