/** Who may use the page: the browser that came in with a one-time token, which has a session from then on. */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export interface Door {
  /** What lets the next browser in; it is another one as soon as it was used. */
  token(): string;
  /** Uses the token up and begins a session. Gives the value of its cookie; null for any other word. */
  enter(token: string): string | null;
  /** Names the session that a cookie's value proves; null: it proves none. */
  sessionOf(value: string | undefined): string | null;
}

/** @param key proves sessions: whoever has the same key knows them again */
export function createDoor(key: string): Door {
  let token = secret();
  const proofOf = (session: string) => createHmac('sha256', key).update(session).digest('base64url');
  return {
    token: () => token,
    enter(word) {
      if (!isSame(word, token)) return null;
      token = secret();
      const session = secret();
      return `${session}.${proofOf(session)}`;
    },
    sessionOf(value = '') {
      const [session = '', proof = ''] = value.split('.');
      return session !== '' && isSame(proof, proofOf(session)) ? session : null;
    },
  };
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}

/** Takes as long for every word, so that nobody learns from the time how much of it was right. */
function isSame(word: string, wanted: string): boolean {
  const [one, other] = [word, wanted].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}
