/** Keeps other web sites out: on this page everybody may speak as anybody, so only the page itself may. */
import type { IncomingMessage } from 'node:http';
import { PageError } from './pageError.ts';

export const SAFETY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Refuses requests under a name that is not this machine's (a foreign name that was pointed here by DNS), and requests
 * that another site's page sent. Ports are not compared: a tunnel changes them.
 */
export function guardOf(host: string): (request: IncomingMessage) => void {
  const names = new Set([...LOOPBACK, (host.includes(':') ? `[${host}]` : host).toLowerCase()]);
  return ({ headers, method }) => {
    const asked = hostOf(`http://${headers.host ?? ''}`);
    if (!asked || !names.has(asked.hostname)) throw new PageError(403, 'foreign');
    if (headers['sec-fetch-site'] === 'cross-site') throw new PageError(403, 'foreign');
    if (method === 'GET' || headers.origin === undefined) return;
    if (hostOf(headers.origin)?.host !== asked.host) throw new PageError(403, 'foreign');
  };
}

function hostOf(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}
