/** The whole program with its example, and a real Chromium in front of its page. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { testNeeding } from '../../support/needs.ts';
import { freePort } from '../servers/program.ts';

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
  /** A page of its own browser context. What its console complains about is collected in `complaints`. */
  visit(path: string, options?: BrowserContextOptions): Promise<Page>;
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
  let program: ChildProcess | null = null;

  async function start(): Promise<void> {
    const { DATABASE_URL: _, REDIS_URL: __, ...env } = process.env;
    const settings = { PORT: String(port), MITWIRK_DATA: data, MITWIRK_LOG: 'error' };
    program = spawn(process.execPath, ['src/main.ts'], {
      env: { ...env, ...settings },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const { stdout } = program;
    const ended = once(program, 'exit').then(() => Promise.reject(new Error('The program did not start')));
    await Promise.race([stdout ? once(stdout, 'data') : null, ended]);
    ended.catch(() => undefined);
  }

  async function stop(): Promise<void> {
    const ending = program;
    program = null;
    if (!ending || ending.exitCode !== null) return;
    ending.kill('SIGTERM');
    await once(ending, 'exit');
  }

  await start();
  return {
    address,
    complaints,
    visit: (path, options = {}) => visit(browser, address + path, options, complaints),
    start,
    stop,
    async close() {
      await browser.close();
      await stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function visit(
  browser: Browser,
  address: string,
  options: BrowserContextOptions,
  complaints: string[],
): Promise<Page> {
  const context = await browser.newContext({ locale: 'de-DE', viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(address).origin)) complaints.push(`foreign: ${request.url()}`);
  });
  await page.goto(address);
  await page.waitForSelector('body:not(.loading)');
  return page;
}
