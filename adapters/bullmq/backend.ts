/** What the scheduler needs of BullMQ, wherever that keeps its jobs. */
import type { BackoffStrategy, JobsOptions } from 'bullmq';

export interface WakeQueue {
  add(name: string, data: object, options: JobsOptions): Promise<unknown>;
  getJobScheduler(id: string): Promise<{ every?: number } | undefined>;
  upsertJobScheduler(
    id: string,
    repeat: { every: number },
    job: { name: string; opts: Omit<JobsOptions, 'delay'> },
  ): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

export interface WakeWorker {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'completed', listener: () => void): unknown;
  /** Waits for the job under way. */
  close(): Promise<void>;
}

export interface QueueSettings {
  readonly streams: { readonly events: { readonly maxLen: number } };
}

export interface WorkerSettings {
  readonly concurrency: number;
  /** Milliseconds between two attempts to fetch a job while that fails. */
  readonly runRetryDelay: number;
  readonly settings: { readonly backoffStrategy: BackoffStrategy };
}

export interface Backend {
  createQueue(name: string, settings: QueueSettings): WakeQueue;
  createWorker(name: string, work: () => Promise<void>, settings: WorkerSettings): WakeWorker;
  /** From here on a lost connection stays lost, so that closing does not wait for it. */
  stopReconnecting(): Promise<void>;
  /** Lets go of the connections opened by the backend itself. */
  close(): void;
}
