/** What the busy town says of itself, a line each. */
export type Report =
  | { readonly what: 'done'; readonly text: string }
  | { readonly what: 'refused'; readonly code: string; readonly text: string; readonly answer: string }
  | { readonly what: 'woken' | 'listening' };
