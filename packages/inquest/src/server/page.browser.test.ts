import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { NO_BROWSER, openBrowser, openPage, type ServedSample, serveSample } from '../../../../tools/browser.ts';

/** The page as people meet it: the real program, the sample inquiry, a real browser. */
describe('the page in a browser', () => {
  let browser: Browser | null = null;
  let sample: ServedSample | null = null;
  before(async () => {
    browser = await openBrowser();
    if (browser !== null) sample = await serveSample(47_821);
  });
  after(async () => {
    await browser?.close();
    await sample?.stop();
  });

  /** Runs with a signed-in page, and holds it to loading nothing from elsewhere and throwing nothing. */
  function inBrowser(
    name: string,
    options: Parameters<typeof openPage>[2],
    use: (page: Page, served: ServedSample) => Promise<void>,
  ): void {
    it(name, async (t) => {
      if (browser === null || sample === null) {
        t.skip(NO_BROWSER);
        return;
      }
      const { page, context, strangers, errors } = await openPage(browser, sample, options);
      try {
        await use(page, sample);
        assert.deepEqual(strangers, [], 'nothing is requested from elsewhere');
        assert.deepEqual(errors, [], 'nothing is thrown or refused');
      } finally {
        await context.close();
      }
    });
  }

  for (const language of ['en', 'fa'] as const) {
    for (const scheme of ['light', 'dark'] as const) {
      inBrowser(`axe finds nothing serious on any screen, ${language}, ${scheme}`, { language, scheme }, async (page, { origin }) => {
        const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
        for (const path of [
          '/',
          '/items/S-8',
          '/items/S-8?claim=C-6',
          '/items/S-12',
          '/figures',
          '/figures?question=Q-1',
          '/custody?item=S-8',
          '/claims',
        ]) {
          await page.goto(origin + path);
          await page.locator('main h1, main h2, main h3').first().waitFor();
          /* Through the debugger: the page's own policy lets no script of ours in. */
          const found = await page.evaluate<string[]>(
            `(() => { ${axe}; return axe.run({ resultTypes: ['violations'] }).then((r) => r.violations.filter((v) => ['serious', 'critical'].includes(v.impact)).map((v) => v.id + ': ' + v.nodes.map((n) => n.target.join(' ')).join(', '))); })()`,
          );
          assert.deepEqual(found, [], path);
        }
      });
    }
  }

  inBrowser(
    'the interface turns right to left in Persian, and texts keep their own direction',
    { language: 'fa', scheme: 'light' },
    async (page, { origin }) => {
      await page.goto(`${origin}/items/S-8`);
      const article = page.locator('article');
      await article.waitFor();
      assert.equal(await page.locator('html').getAttribute('dir'), 'rtl');
      assert.equal(await page.locator('html').getAttribute('lang'), 'fa');
      assert.equal(await page.evaluate(`getComputedStyle(document.querySelector('article h1, article h2, article p')).direction`), 'ltr');
    },
  );

  inBrowser(
    'a proposal is recorded, undone and set aside by keys, and looking decides nothing',
    { language: 'en', scheme: 'light' },
    async (page, { origin }) => {
      const claims = async (): Promise<number> =>
        ((await (await page.request.get(`${origin}/api/inquiry`)).json()) as { counts: { claims: number } }).counts.claims;
      const before = await claims();
      const [proposal] = await undecided(page, origin, 'S-9');
      assert.ok(proposal !== undefined);
      await page.goto(`${origin}/items/S-9?proposal=${proposal}`);
      await page.locator(`[aria-current="true"]`).first().waitFor();
      assert.equal(await claims(), before, 'opening it decides nothing');
      await page.keyboard.press('a');
      await page.waitForFunction(`fetch('/api/inquiry').then((r) => r.json()).then((i) => i.counts.claims === ${String(before + 1)})`);
      await page.keyboard.press('z');
      await page.waitForFunction(`fetch('/api/inquiry').then((r) => r.json()).then((i) => i.counts.claims === ${String(before)})`);
      assert.ok((await undecided(page, origin, 'S-9')).includes(proposal), 'it waits again');
    },
  );

  inBrowser(
    'files chosen on the page are kept and read, and a reload loses nothing',
    { language: 'en', scheme: 'light' },
    async (page, { origin }) => {
      const folder = await mkdtemp(join(tmpdir(), 'inquest-drop-'));
      try {
        const files = await Promise.all(
          Array.from({ length: 12 }, async (_, i) => {
            const path = join(folder, `note-${String(i)}.txt`);
            await writeFile(path, `Note ${String(i)}. The clerk said that ${String(i + 3)} prisoners were moved from Orsa in 1991.\n`);
            return path;
          }),
        );
        await page.goto(origin);
        await page.locator('input[type=file]:not([webkitdirectory])').first().setInputFiles(files);
        await page.waitForFunction(
          `fetch('/api/items?limit=500').then((r) => r.json()).then((p) => p.lines.filter((l) => /note-/.test(l.path)).length > 0)`,
        );
        await page.reload();
        /* What had arrived by the reload is all there and gets read; nothing arrives twice. */
        await page.waitForFunction(
          `fetch('/api/items?limit=500').then((r) => r.json()).then((p) => p.lines.filter((l) => /note-/.test(l.path)).every((l) => l.outcome === 'extracted'))`,
        );
        const { lines } = (await (await page.request.get(`${origin}/api/items?limit=500`)).json()) as {
          lines: { path: string; sha256: string }[];
        };
        const notes = lines.filter(({ path }) => path.includes('note-'));
        assert.ok(notes.length > 0);
        assert.equal(new Set(notes.map(({ sha256 }) => sha256)).size, notes.length);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  );

  inBrowser(
    'the page reflows at 390 pixels without a sideways scroll',
    { language: 'en', scheme: 'light', width: 390, height: 844 },
    async (page, { origin }) => {
      for (const path of ['/', '/items/S-8', '/figures?question=Q-1', '/custody?item=S-8', '/claims']) {
        await page.goto(origin + path);
        await page.locator('main h1, main h2, main h3').first().waitFor();
        const beyond = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
        assert.equal(beyond, 0, path);
      }
    },
  );

  it('a link works once, and nothing is served without a session', async (t) => {
    if (sample === null) {
      t.skip(NO_BROWSER);
      return;
    }
    const { origin } = sample;
    const link = sample.link();
    assert.equal((await fetch(`${origin}/api/items`)).status, 401);
    const first = await fetch(link, { redirect: 'manual' });
    assert.match(first.headers.get('set-cookie') ?? '', /HttpOnly; SameSite=Strict/);
    assert.equal((await fetch(link, { redirect: 'manual' })).headers.get('set-cookie'), null);
    assert.notEqual(sample.link(), link, 'a fresh link is printed');
    const cookie = (first.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    assert.equal((await fetch(`${origin}/api/items`, { headers: { cookie } })).status, 200);
    assert.equal((await fetch(`${origin}/api/items`, { headers: { cookie, origin: 'https://elsewhere.example' } })).status, 403);
  });
});

/** Ids of proposals a person decides on and has not, in one item. */
async function undecided(page: Page, origin: string, item: string): Promise<string[]> {
  const answer = await page.request.get(`${origin}/api/proposals?item=${item}&kind=attribution,quantity&status=proposed&limit=500`);
  return ((await answer.json()) as { lines: { id: string }[] }).lines.map(({ id }) => id);
}
