/** Tests of what a machine may lack: they run where it is there, and elsewhere are skipped with the reason in their name. */
import { describe, test } from '@jest/globals';

/** @param reason what is missing, said after a colon behind the title of each test that is skipped */
export function testNeeding(isThere: boolean, reason: string) {
  return (title: string, body: () => Promise<void>, timeoutMs?: number): void => {
    if (isThere) test(title, body, timeoutMs);
    else test.skip(`${title}: ${reason}`, body);
  };
}

/** The same for a whole suite. */
export function suiteNeeding(isThere: boolean, reason: string) {
  return (title: string, suite: () => void): void => {
    if (isThere) describe(title, suite);
    else describe.skip(`${title}: ${reason}`, suite);
  };
}
