/** How a browser gets onto the local page, and what one sees that has not been let in. */
import { afterAll, beforeAll, expect } from '@jest/globals';
import { findingsOf } from './page/axe.ts';
import { openSite, type Site, testInChromium } from './page/site.ts';

let site: Site;

beforeAll(async () => {
  site = await openSite();
}, 120_000);

afterAll(() => site.close(), 30_000);

const SCREENS = {
  'a desktop': { viewport: { width: 1280, height: 800 } },
  'a phone': { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  'the dark': { colorScheme: 'dark' },
} as const;

for (const [screen, options] of Object.entries(SCREENS)) {
  testInChromium(
    `on ${screen} whoever has not been let in reads, in both languages, where the address stands`,
    async () => {
      const page = await site.newPage(options);

      await page.goto(site.address);

      expect(await page.getByRole('heading', { level: 1 }).allTextContents()).toEqual([
        'Bitte öffnen Sie die Adresse aus dem Terminal',
        'Please open the address from the terminal',
      ]);
      expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false);
      expect(await page.evaluate('getComputedStyle(document.querySelector("main")).maxInlineSize')).not.toBe('none');
      expect(await findingsOf(page)).toEqual([]);
    },
  );
}

testInChromium('the printed address opens the page once, and disappears from the browser’s line', async () => {
  const [first, second] = [await site.newPage(), await site.newPage()];
  const used = site.entry();

  await first.goto(used);
  await first.waitForSelector('body:not(.loading)');
  await second.goto(used);

  expect(first.url()).not.toContain('token');
  expect(await second.getByText('steht an derselben Stelle schon die nächste').isVisible()).toBe(true);
});

testInChromium('a second browser comes in by the address printed next, and both stay in after a reload', async () => {
  const pages = [await site.visit('/?person=leitung&room=ag-bildung'), await site.visit('/?person=eltern')];

  for (const page of pages) {
    await page.reload();
    await page.waitForSelector('body:not(.loading)');
  }

  expect(await pages[0]?.locator('#persona').inputValue()).toBe('leitung');
  expect(await pages[1]?.locator('#persona').inputValue()).toBe('eltern');
});

testInChromium('one tab too many says so, and goes on by itself when another is closed', async () => {
  const first = await site.visit('/?person=leitung&room=ag-bildung');
  const tabs = [];
  for (let count = 1; count < 5; count++) {
    const tab = await first.context().newPage();
    await tab.goto(`${site.address}/?person=leitung&room=ag-bildung`);
    await tab.waitForSelector('body:not(.loading)');
    tabs.push(tab);
  }
  const last = await first.context().newPage();
  await last.goto(`${site.address}/?person=leitung&room=ag-bildung`);

  await last.getByText('Diese Seite ist in Ihrem Browser schon oft genug offen.').waitFor();
  await tabs[0]?.close();

  await last.locator('#offline').waitFor({ state: 'hidden' });
});
