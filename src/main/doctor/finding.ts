/** What an examination found, as it is printed. */
import type { Finding } from '../../ports/finding.ts';

const MARKS: Readonly<Record<Finding['state'], string>> = {
  fine: 'ok      ',
  note: 'note    ',
  nothing: 'nothing ',
  unknown: 'UNKNOWN ',
  problem: 'PROBLEM ',
};

export function printed({ state, what, todo }: Finding): string {
  return `${MARKS[state]} ${what}${todo === null ? '' : `\n         → ${todo}`}`;
}
