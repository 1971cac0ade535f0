/** What a platform's adapter remembers between restarts. Its own affair: nobody else reads it. */

export interface Remembered {
  readonly key: string;
  readonly value: string;
}

export interface PlatformMemory {
  get(key: string): Promise<string | null>;
  /** `about` is the platform's id of the person it concerns: erasing that person removes it. */
  set(key: string, value: string, about?: string): Promise<void>;
  remove(key: string): Promise<void>;
  /** Everything whose key begins with `prefix`, by key. */
  list(prefix: string): Promise<readonly Remembered[]>;
  /** Forgets what begins with `prefix` and was set last more than so many days ago. */
  forgetOlder(prefix: string, days: number): Promise<void>;
}
