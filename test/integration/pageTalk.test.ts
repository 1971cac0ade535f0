/** What people do on the local page, in a real browser against the whole program. */
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openSite, type Site, testInChromium } from './page/site.ts';

let site: Site;

beforeAll(async () => {
  site = await openSite();
}, 120_000);

afterAll(() => site.close(), 30_000);

const visit = (person: string, room: string) => site.visit(`/?person=${person}&room=${room}`);

async function say(page: Page, text: string): Promise<void> {
  await page.locator('#words').fill(text);
  await page.getByRole('button', { name: 'Senden' }).click();
}

/** Presses Tab until such an element has the focus. */
async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press(key);
    if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
  }
  throw new Error(`${selector} cannot be reached by Tab`);
}

testInChromium('everything goes by keyboard: person, room, completion, sending, a button', async () => {
  const page = await site.visit('/');

  await tabTo(page, '#persona');
  await page.keyboard.type('Helferkreis');
  await page.locator('#announcer', { hasText: 'Sie sprechen jetzt als Helferkreis.' }).waitFor();
  await tabTo(page, '#rooms a[href*="ag-bildung"]');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'ag-bildung', level: 2 }).waitFor();
  await tabTo(page, '#words');
  await page.keyboard.type('/auf');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const picked = await page.locator('#words').inputValue();
  await page.locator('#words').fill('');
  await page.keyboard.type('/aufgabe zeigen A-2');
  await page.keyboard.press('Enter');
  const answer = page.locator('.message.private.bot').last();
  await answer.getByText('A-2').first().waitFor();
  await tabTo(page, '.private:last-child button', 'Shift+Tab');
  await page.keyboard.press('Enter');

  await page
    .locator('.card', { hasText: /A-2.*erledigt/is })
    .last()
    .waitFor();
  expect(picked).toBe('/aufgabe liste ');
  expect(site.complaints).toEqual([]);
});

testInChromium('completion finds commands in either language, and people', async () => {
  const page = await visit('leitung', 'ag-bildung');
  const words = page.locator('#words');
  const options = async () => (await page.locator('#suggest').getByRole('option').allTextContents()).join('\n');

  await words.pressSequentially('/task ad');
  expect(await options()).toMatch(/^\/aufgabe neu /);
  await page.keyboard.press('Tab');
  expect(await words.inputValue()).toBe('/aufgabe neu ');
  await words.pressSequentially('Stühle rücken @elt');
  expect(await options()).toBe('@elternElterncafé');
  await page.keyboard.press('Enter');

  expect(await words.inputValue()).toBe('/aufgabe neu Stühle rücken @eltern ');
  expect(await page.locator('#hint').textContent()).toContain('/aufgabe neu <Text>');
});

testInChromium('Shift+Enter begins a new line, Enter sends both', async () => {
  const page = await visit('leitung', 'ag-bildung');

  await page.locator('#words').focus();
  await page.keyboard.type('Zeile eins');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('Zeile zwei');
  await page.keyboard.press('Enter');

  const said = page.locator('.said', { hasText: 'Zeile zwei' });
  await said.waitFor();
  expect(await said.textContent()).toBe('Zeile eins\nZeile zwei');
  expect(await page.locator('#words').inputValue()).toBe('');
});

testInChromium('what people write is shown as they wrote it, and does nothing', async () => {
  const page = await visit('leitung', 'ag-bildung');
  const text = `<img src=x onerror="alert(1)"> Bürger*innen, 2*3*4, _x_, <!channel>, @room, &amp; <b>fett</b>`;

  await say(page, text);
  await page.locator('.said', { hasText: 'onerror' }).waitFor();
  await say(page, `/aufgabe neu ${text}`);
  await page.locator('.card', { hasText: 'onerror' }).first().waitFor();

  expect(await page.locator('.said', { hasText: 'onerror' }).first().textContent()).toBe(text);
  expect(await page.locator('.card', { hasText: 'onerror' }).first().textContent()).toContain(text);
  expect(await page.locator('.log img:not(.avatar), .log b').count()).toBe(0);
  expect(site.complaints).toEqual([]);
});

testInChromium('what one says, the other sees at once; what concerns one alone, the other does not see', async () => {
  const [one, other] = [await visit('leitung', 'ag-bildung'), await visit('eltern', 'ag-bildung')];

  await say(one, '/ich');
  await one.getByText('Nur für Sie sichtbar').last().waitFor();
  await say(one, 'Bis morgen!');
  await other.getByText('Bis morgen!').waitFor();

  expect(await other.locator('.own, .private').filter({ hasText: '/ich' }).count()).toBe(0);
  expect(await one.locator('.own').last().textContent()).toContain('Bis morgen!');
  expect(await other.locator('.message').last().getAttribute('class')).not.toContain('own');
});

testInChromium('a double click votes once, and the card changes in place for everybody', async () => {
  const [chair, other] = [await visit('vorsitz', 'steuerung'), await visit('hauptamt', 'steuerung')];
  const cards = await other.locator('.message').count();
  const receipts = await chair.locator('.private').count();

  await chair.getByRole('button', { name: 'Ja', exact: true }).last().dblclick();

  await other.getByText('3 von 5 haben abgestimmt').waitFor();
  await chair.locator('.private').nth(receipts).waitFor();
  await chair.waitForTimeout(1000);
  expect(await chair.locator('.private').count()).toBe(receipts + 1);
  expect(await other.locator('.message').count()).toBe(cards);
  expect(await other.getByText('2 von 5 haben abgestimmt').count()).toBe(0);
});

testInChromium('a form says at the field what is wrong, keeps what was written, and is then accepted', async () => {
  const page = await visit('leitung', 'ag-bildung');
  await page.getByRole('button', { name: 'Formular' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('searchbox').fill('neu aufgabe');
  await dialog.getByRole('searchbox').fill('aufgabe neu');
  await dialog.getByRole('button', { name: '/aufgabe neu' }).click();

  await dialog.getByLabel('Text').fill('Flyer drucken');
  await dialog.getByLabel(/Elterncafé/).check();
  await dialog.getByRole('textbox', { name: /Datum|bis/i }).fill('irgendwann');
  await dialog.getByRole('button', { name: 'Senden' }).click();
  const wrong = dialog.locator('[aria-invalid="true"]');
  await wrong.waitFor();
  const described = await wrong.getAttribute('aria-describedby');
  const reason = await dialog.locator(`#${described?.split(' ').at(-1)}`).textContent();
  await wrong.fill('in 2 Wochen');
  await dialog.getByRole('button', { name: 'Senden' }).click();
  await page.locator('.card', { hasText: 'Flyer drucken' }).first().waitFor();

  expect(reason).toMatch(/\S/);
  expect(await page.getByRole('dialog').count()).toBe(0);
});

testInChromium('the clock moves on, says what happened, and everybody sees the new time', async () => {
  // Whatever day it is today, the coordination has a digest within the week.
  const [one, other] = [await visit('koordination', 'ag-bildung'), await visit('ehrenamt', 'ag-bildung')];
  const before = await other.locator('#clock-day').textContent();

  await one.getByRole('button', { name: '+1 Woche' }).click();
  await one.locator('#notice.shown', { hasText: 'Es ist jetzt' }).waitFor();

  const notice = await one.locator('#notice').textContent();
  expect(notice).toMatch(/Neu: .*\d in „/);
  expect(await other.locator('#clock-day').textContent()).not.toBe(before);
  expect(await other.locator('#clock-day').textContent()).toBe(await one.locator('#clock-day').textContent());
});

testInChromium('unread rooms are marked until they are entered', async () => {
  const [one, other] = [await visit('beirat', 'steuerung'), await visit('verein', 'ag-bildung')];
  const mark = one.getByRole('link', { name: /ag-bildung/ }).locator('.count');
  await one.getByRole('link', { name: /ag-bildung/ }).click();
  await one.getByRole('link', { name: /steuerung/ }).click();
  expect(await mark.count()).toBe(0);

  await say(other, 'Wer kommt am Samstag?');
  await mark.waitFor();
  expect(await mark.textContent()).toBe('1 ungelesen');
  await one.getByRole('link', { name: /ag-bildung/ }).click();

  await mark.waitFor({ state: 'detached' });
});

testInChromium('a reload keeps person and room, and the back button goes back', async () => {
  const page = await visit('beirat', 'steuerung');

  await page.getByRole('link', { name: /ag-bildung/ }).click();
  await page.reload();
  await page.getByRole('heading', { name: 'ag-bildung', level: 2 }).waitFor();
  expect(await page.locator('#persona').inputValue()).toBe('beirat');
  await page.goBack();

  await page.getByRole('heading', { name: 'steuerung', level: 2 }).waitFor();
});

testInChromium('a new person in a new room can begin to talk', async () => {
  const page = await visit('beirat', 'steuerung');

  await page.getByRole('button', { name: 'Neuer Raum' }).click();
  await page.getByRole('dialog').getByLabel('Name des Raums').fill('ag-wohnen');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'ag-wohnen', level: 2 }).waitFor();
  await page.locator('#persona').selectOption('Neue Person …');
  await page.getByRole('dialog').getByLabel('Name oder Funktion').fill('Leitung AG Wohnen');
  await page.keyboard.press('Enter');
  await page.locator('#announcer', { hasText: 'Leitung AG Wohnen' }).waitFor();
  await say(page, 'Guten Tag!');

  const said = page.locator('.own').last();
  await said.getByText('Guten Tag!').waitFor();
  expect(await said.locator('.author').textContent()).toBe('Leitung AG Wohnen');
});

testInChromium(
  'when the program restarts, the page says so and then goes on where it was',
  async () => {
    const page = await visit('leitung', 'ag-bildung');
    await say(page, 'Vor dem Neustart');
    await page.getByText('Vor dem Neustart').waitFor();

    await site.stop();
    await page.getByText('Die Verbindung ist unterbrochen.').waitFor();
    await site.start();
    await page.locator('#offline').waitFor({ state: 'hidden', timeout: 30_000 });
    await say(page, 'Nach dem Neustart');
    await page.getByText('Nach dem Neustart').waitFor();

    expect(await page.getByText('Vor dem Neustart').count()).toBe(1);
  },
  90_000,
);

testInChromium(
  'the example is reset after a question, on every open page',
  async () => {
    const [one, other] = [await visit('leitung', 'ag-bildung'), await visit('eltern', 'ag-bildung')];
    await say(one, 'Nur ein Versuch');
    await other.getByText('Nur ein Versuch').waitFor();

    await one.getByRole('button', { name: 'Zurücksetzen' }).click();
    await one.getByRole('dialog').getByRole('button', { name: 'Abbrechen' }).click();
    expect(await other.getByText('Nur ein Versuch').count()).toBe(1);
    await one.getByRole('button', { name: 'Zurücksetzen' }).click();
    await one.getByRole('dialog').getByRole('button', { name: 'Beispiel zurücksetzen' }).click();
    await one.locator('#notice', { hasText: 'steht wieder am Anfang' }).waitFor({ timeout: 60_000 });

    await other.getByText('Nur ein Versuch').waitFor({ state: 'detached' });
    await other.getByText('Willkommen in der AG Bildung!').waitFor();
  },
  120_000,
);
