/** What the integration tests need to know of a server. */

/** A server that answers, or a program that was found. */
export interface Server {
  /** Variables that tell the tests where it is. */
  readonly env: Readonly<Record<string, string>>;
  /** One line for whoever reads the run. */
  readonly about: string;
  stop(): Promise<void>;
}

/** Why there is none. */
export interface Missing {
  readonly missing: string;
}

/** A server that a test may stop, kill and start again: at the same address, with what was in it. */
export interface OwnServer {
  readonly url: string;
  readonly version: string;
  start(): Promise<void>;
  /** Only asks, and waits for nothing. */
  signal(signal: NodeJS.Signals): void;
  /** Waits for its end. SIGKILL is a crash. */
  stop(signal: NodeJS.Signals): Promise<void>;
}

/** Starts or finds one server; `folder` is empty, its own, and removed afterwards. */
export type Start = (folder: string) => Promise<Server | Missing>;

export async function nothingToStop(): Promise<void> {}
