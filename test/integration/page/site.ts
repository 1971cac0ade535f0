/** The whole program with its example, and a real Chromium in front of its page. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { testNeeding } from '../../support/needs.ts';
import { freePort } from '../servers/program.ts';
import { type Program, startProgram } from './program.ts';

const PROGRAM = process.env.TEST_CHROMIUM ?? '/usr/bin/chromium';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const testInChromium = testNeeding(existsSync(PROGRAM), 'Chromium is not installed');

export interface Site {
  readonly address: string;
  /** The address that lets the next browser in. */
  entry(): string;
  /** A page of its own browser, let in by the address that the program printed last. What its console complains about is collected in `complaints`. */
  visit(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** A page of a browser that has no session. */
  newPage(options?: BrowserContextOptions): Promise<Page>;
  readonly complaints: string[];
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

export async function openSite(): Promise<Site> {
  const data = mkdtempSync(join(tmpdir(), 'mitwirk-page-'));
  const port = await freePort();
  const browser = await chromium.launch({ executablePath: PROGRAM, args: FLAGS });
  const address = `http://127.0.0.1:${port}`;
  const complaints: string[] = [];
  let program: Program | null = null;

  async function start(): Promise<void> {
    program = await startProgram({ PORT: String(port), MITWIRK_DATA: data, MITWIRK_LOG: 'error' });
  }

  async function stop(): Promise<void> {
    await program?.stop();
  }

  const entry = () => program?.entry() ?? '';

  await start();
  return {
    address,
    complaints,
    entry,
    async visit(path, options = {}) {
      const page = await newPage(browser, options, complaints, address);
      const used = entry();
      await page.goto(used);
      await page.goto(address + path);
      await page.waitForSelector('body:not(.loading)');
      while (entry() === used) await sleep(10);
      return page;
    },
    newPage: (options = {}) => newPage(browser, options, complaints, address),
    start,
    stop,
    async close() {
      await browser.close();
      await stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function newPage(
  browser: Browser,
  options: BrowserContextOptions,
  complaints: string[],
  address: string,
): Promise<Page> {
  const context = await browser.newContext({ locale: 'de-DE', viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) complaints.push(`foreign: ${request.url()}`);
  });
  return page;
}
