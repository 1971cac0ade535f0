/** What a request asks for. */
import { PageError } from './pageError.ts';

/** @throws PageError `invalid` for anything but a path of this server: another server's address, `//`, `*` */
export function targetOf(url: string | undefined): URL {
  if (!/^\/(?![/\\])/.test(url ?? '')) throw new PageError(400, 'invalid');
  return new URL(`http://page${url}`);
}
