/** The local page as people meet it: by eye, by keyboard, by screen reader, on a phone, in the dark, in another language. */
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { findingsOf } from './page/axe.ts';
import { openSite, type Site, testInChromium } from './page/site.ts';

let site: Site;

beforeAll(async () => {
  site = await openSite();
}, 120_000);

afterAll(() => site.close(), 30_000);

const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
const ROOM = '/?person=vorsitz&room=steuerung';

function isWider(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > innerWidth') as Promise<boolean>;
}

testInChromium('the page shows the example at once, asks no other server, and the console stays silent', async () => {
  const page = await site.visit('/');

  await page.getByRole('log').getByText('Mitwirk').first().waitFor();

  expect(await page.getByText('Beispielprozess – zum Ausprobieren').isVisible()).toBe(true);
  expect(await page.locator('#title').textContent()).toBe('Integrationskonzept Musterstadt');
  expect(site.complaints).toEqual([]);
});

testInChromium('a screen reader finds landmarks, headings and named controls', async () => {
  const page = await site.visit(ROOM);

  const tree = await page.locator('body').ariaSnapshot();

  for (const part of [
    '- link "Zum Schreibfeld"',
    '- banner:',
    '- heading "Mitwirk" [level=1]',
    '- combobox "Ich spreche als"',
    '- region "Beispielprozess – zum Ausprobieren"',
    '- navigation "Räume"',
    '- link "steuerung"',
    '- link "Direktchat mit Mitwirk',
    '- region "Übungsuhr"',
    '- button "Nächstes Ereignis"',
    '- textbox "Vorstellen auf"',
    '- main:',
    '- heading "steuerung" [level=2]',
    '- log "steuerung"',
    '- article "Mitwirk',
    '- progressbar "',
    '- button "Enthaltung"',
    '- textbox "Nachricht an steuerung"',
    '- button "Formular"',
    '- button "Senden"',
  ]) {
    expect(tree).toContain(part);
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  testInChromium(`the rules of accessibility hold in the ${colorScheme} scheme`, async () => {
    const page = await site.visit(ROOM, { colorScheme });
    const room = await findingsOf(page);
    await page.goto(`${site.address}/?person=leitung&room=ag-bildung`);
    await page.locator('#words').fill('/auf');
    await page.getByRole('listbox').waitFor();
    const completion = await findingsOf(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Formular' }).click();
    const menu = await findingsOf(page);
    await page.getByRole('button', { name: '/aufgabe neu' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Senden' }).click();
    await page.getByText('Bitte füllen Sie dieses Feld aus.').first().waitFor();
    const form = await findingsOf(page);

    expect({ room, completion, menu, form }).toEqual({ room: [], completion: [], menu: [], form: [] });
  });
}

testInChromium('the dark scheme is dark, the light one light', async () => {
  const brightness = async (colorScheme: 'light' | 'dark') => {
    const page = await site.visit(ROOM, { colorScheme });
    const colour = (await page.evaluate('getComputedStyle(document.body).backgroundColor')) as string;
    return (colour.match(/\d+/g) ?? []).map(Number).reduce((sum, part) => sum + part, 0) / 3;
  };

  expect(await brightness('light')).toBeGreaterThan(220);
  expect(await brightness('dark')).toBeLessThan(40);
});

testInChromium('on a phone nothing is wider than the screen, and rooms and clock are behind the menu', async () => {
  const page = await site.visit('/?person=leitung&room=ag-bildung', PHONE);
  const wider = [await isWider(page)];

  expect(await page.getByRole('link', { name: 'steuerung' }).isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Räume und Uhr' }).tap();
  await page.getByRole('button', { name: '+1 Woche' }).waitFor();
  wider.push(await isWider(page));
  const drawer = await findingsOf(page);
  await page.getByRole('link', { name: 'steuerung' }).tap();
  await page.getByRole('heading', { name: 'steuerung', level: 2 }).waitFor();
  await page.getByRole('link', { name: 'ag-bildung' }).waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Formular' }).tap();
  wider.push(await isWider(page));
  await page.getByRole('button', { name: '/aufgabe neu' }).tap();
  wider.push(await isWider(page));

  expect(wider).toEqual([false, false, false, false]);
  expect(drawer).toEqual([]);
});

testInChromium('on a phone the menu closes by Escape and gives the focus back', async () => {
  const page = await site.visit(ROOM, PHONE);
  const menu = page.getByRole('button', { name: 'Räume und Uhr' });

  await menu.click();
  await page.keyboard.press('Escape');

  expect(await menu.getAttribute('aria-expanded')).toBe('false');
  expect(await page.evaluate('document.activeElement.id')).toBe('menu');
});

testInChromium('everything to press is large enough for a thumb', async () => {
  const page = await site.visit(ROOM, PHONE);
  await page.getByRole('button', { name: 'Räume und Uhr' }).tap();

  const small = await page.evaluate(`[...document.querySelectorAll('button, select, #rooms a')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().height < 36)
    .map((element) => element.outerHTML)`);

  expect(small).toEqual([]);
});

testInChromium('the language is changed at the top and remembered', async () => {
  const page = await site.visit(ROOM);

  await page.locator('#language').selectOption('en');
  await page.getByRole('button', { name: 'Next event' }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Next event' }).waitFor();

  expect(await page.evaluate('document.documentElement.lang')).toBe('en');
  expect(await page.getByRole('textbox', { name: 'Message to steuerung' }).isVisible()).toBe(true);
});
