/** What somebody sees who has no session: where the address is that lets them in, in every language. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { LANGUAGES } from '../../../src/text/catalogue.ts';
import { pageHtml } from './html.ts';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

/** Everything is in it, because nothing else is served without a session. */
export function createClosedPage(locale: string): (response: ServerResponse) => void {
  const style = read('./page/style/base.css') + read('./closed/closed.css');
  const [, head = '', section = '', foot = ''] =
    /^(.*?)(<section.*<\/section>)(.*)$/s.exec(read('./closed/closed.html')) ?? [];
  const tags = LANGUAGES.map(({ tag }) => tag).toSorted(
    (one, other) => Number(other === locale) - Number(one === locale),
  );
  const sections = tags.map((tag) => pageHtml(section.replace('lang="de"', `lang="${tag}"`), tag));
  const html =
    pageHtml(head, locale).replace('<style></style>', () => `<style>${style}</style>`) + sections.join('\n') + foot;
  const hash = createHash('sha256').update(style).digest('base64');
  return (response) => {
    response.writeHead(401, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    });
    response.end(html);
  };
}
