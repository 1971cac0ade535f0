/** Cookies of the page: the language, which the page itself writes, and the session, which it cannot read. */

export function cookieOf(header: string | undefined, name: string): string | undefined {
  const cookies = (header ?? '').split(';').map((cookie) => cookie.trim());
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** Browsers do not tell ports apart: the name does, so that two programs on one machine do not throw each other's people out. */
export function sessionCookie(port: number): string {
  return `mitwirk-session-${port}`;
}

/** It ends with the browser. */
export function setCookie(name: string, value: string): string {
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Strict`;
}
