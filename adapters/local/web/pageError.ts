/** Why a request of the page was refused; the page says it in the person's language. */

/** The page has a text `page.error.<code>` for each. */
export type PageErrorCode =
  | 'unknown'
  | 'foreign'
  | 'session'
  | 'invalid'
  | 'large'
  | 'gone'
  | 'name'
  | 'clockBack'
  | 'clockFar'
  | 'clockIdle'
  | 'real'
  | 'shared'
  | 'tabs'
  | 'full'
  | 'fault';

export class PageError extends Error {
  readonly status: number;
  readonly code: PageErrorCode;

  constructor(status: number, code: PageErrorCode) {
    super(code);
    this.name = 'PageError';
    this.status = status;
    this.code = code;
  }
}
