/** Work that only one of several processes does at a time, such as listening to a platform with one account. */

export interface Leases {
  /** Takes or renews the lease of that name for so many milliseconds; false while somebody else holds it. */
  take(name: string, holder: string, milliseconds: number): Promise<boolean>;
  /** Gives it back early, so that the next one need not wait. */
  release(name: string, holder: string): Promise<void>;
}
