import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { BINARY } from './run-inquest.ts';

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** Without these Chromium calls its maker's hosts, or refuses to start as root. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Why a test that needs a browser is skipped. */
export const NO_BROWSER = 'not here: no Chromium; install it with `apt-get install chromium`';

/** A real browser, or null on a machine without one: the test then says that it was skipped. */
export async function openBrowser(): Promise<Browser | null> {
  const executablePath = BROWSERS.find((path) => existsSync(path));
  return executablePath === undefined ? null : await chromium.launch({ executablePath, args: FLAGS });
}

/** The real program serving its sample inquiry from a folder of its own. */
export interface ServedSample {
  readonly dir: string;
  readonly origin: string;
  /** A fresh link; each works once. */
  link(): string;
  stop(): Promise<void>;
}

/** Starts `inquest serve --sample`; resolves when the link is printed. */
export async function serveSample(port: number, dirBefore?: string): Promise<ServedSample> {
  const root = dirBefore === undefined ? await mkdtemp(join(tmpdir(), 'inquest-page-')) : null;
  const dir = dirBefore ?? join(root ?? '', 'sample');
  const child = spawn(process.execPath, [BINARY, 'serve', dir, '--sample', '--port', String(port), '--jsonl'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const links: string[] = [];
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString('utf8');
  });
  const gone = new Promise<void>((resolve) => {
    child.once('close', () => {
      resolve();
    });
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      for (const line of chunk.toString('utf8').split('\n')) {
        if (line.startsWith('{')) links.push((JSON.parse(line) as { link: string }).link);
      }
      if (links.length > 0) resolve();
    });
    child.once('close', (code) => {
      reject(new Error(`serve ended with ${String(code)}: ${complaint}`));
    });
  });
  const first = new URL(links[0] ?? '');
  return {
    dir,
    origin: first.origin,
    link: () => links.at(-1) ?? '',
    async stop() {
      child.kill('SIGTERM');
      await gone;
      if (root !== null) await rm(root, { recursive: true, force: true });
    },
  };
}

/** Requests a page made to anywhere but its own server, and errors its scripts threw. */
export interface PageWatch {
  readonly page: Page;
  readonly strangers: string[];
  readonly errors: string[];
}

export interface PageOptions {
  readonly language: 'en' | 'fa';
  readonly scheme: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
}

/** A signed-in page in one language and colour scheme. */
export async function openPage(
  browser: Browser,
  sample: ServedSample,
  options: PageOptions,
): Promise<PageWatch & { readonly context: BrowserContext }> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    colorScheme: options.scheme,
    reducedMotion: 'reduce',
  });
  /* As text: this file is checked without the browser's types. */
  await context.addInitScript(`localStorage.setItem('inquest.language', '${options.language}')`);
  const page = await context.newPage();
  const strangers: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (origin !== sample.origin && protocol !== 'data:' && protocol !== 'blob:') strangers.push(request.url());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(sample.link());
  return { context, page, strangers, errors };
}
