/** What a homeserver answered instead of doing what it was asked: https://spec.matrix.org/v1.16/client-server-api/#standard-error-response */
import { LeaseLost } from '../../../src/ports/leases.ts';

export class HomeserverError extends Error {
  readonly statusCode: number;
  readonly errcode: string;
  /** How long it asks to wait, from the header `Retry-After` or the body; null when it does not say. */
  readonly retryAfterMs: number | null;

  constructor(statusCode: number, errcode: string, message: string, retryAfterMs: number | null) {
    super(`${statusCode} ${errcode}: ${message}`);
    this.name = 'HomeserverError';
    this.statusCode = statusCode;
    this.errcode = errcode;
    this.retryAfterMs = retryAfterMs;
  }
}

/** It gave no answer at all, or none in time. */
export class NoAnswer extends Error {
  constructor(cause: unknown) {
    super('The homeserver does not answer', { cause });
    this.name = 'NoAnswer';
  }
}

export function isRefusal(error: unknown, errcode: string): boolean {
  return error instanceof HomeserverError && error.errcode === errcode;
}

/** The token is not valid (any more): only an operator, or another login, can help. */
export function isUnknownToken(error: unknown): boolean {
  return isRefusal(error, 'M_UNKNOWN_TOKEN') || isRefusal(error, 'M_MISSING_TOKEN');
}

/** In milliseconds; null when it does not say. */
export function askedToWait(error: unknown): number | null {
  return error instanceof HomeserverError ? error.retryAfterMs : null;
}

/** Trying again later may work: too many requests, a server in trouble, or none that answers. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof HomeserverError)) return !(error instanceof LeaseLost);
  return error.errcode === 'M_LIMIT_EXCEEDED' || error.statusCode === 429 || error.statusCode >= 500;
}

/** That was the homeserver's doing, not that of what it was asked for: once it is back, or lets the bot in again, it may work. */
export function isAway(error: unknown): boolean {
  return error instanceof NoAnswer || isUnknownToken(error) || (error instanceof HomeserverError && isPassing(error));
}
