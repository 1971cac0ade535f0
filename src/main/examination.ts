/** How a command that only looks ends, so that a script can tell the cases apart. */

export const STATUS = { fine: 0, finding: 1, usage: 2, nothing: 3, unknown: 4 } as const;

/** For the usage of such a command; `fine` and `finding` are its own. */
export function statusLines(fine: string, finding: string): string {
  return `
Nothing is created, brought up to date or changed.

Exit status:
  ${STATUS.fine}  ${fine}
  ${STATUS.finding}  ${finding}
  ${STATUS.usage}  the command line cannot be understood
  ${STATUS.nothing}  nothing found: there is no store of Mitwirk yet
  ${STATUS.unknown}  cannot tell: the store cannot be looked at`;
}
