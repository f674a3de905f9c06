/**
 * `npm test`: every check the project has, in order, and the sum on the last line.
 *
 *   npm test -- --only unit --only types      some checks
 *   npm test -- --only unit packages/x.test.ts   some files
 */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { add, type Counts, FAILED, inWords, NOTHING, PASSED, SKIPPED } from './check/counts.ts';
import { type Missing, prepareMachine } from './check/machine.ts';
import { runTests } from './check/run-tests.ts';
import { buildWebPage, hasWebSource, isWebPageStale } from './web-page.ts';

const root = join(import.meta.dirname, '..');

interface Check {
  readonly name: string;
  readonly does: string;
  readonly run: (paths: readonly string[], missing: readonly Missing[]) => Counts | Promise<Counts>;
}

const CHECKS: readonly Check[] = [
  {
    name: 'format',
    does: 'format and lint',
    run: () => tool('@biomejs/biome/bin/biome', 'ci', '--colors=off', '--error-on-warnings', '.'),
  },
  { name: 'types', does: 'types', run: checkTypes },
  { name: 'lint', does: 'lint that knows types', run: () => tool('eslint/bin/eslint.js', '--max-warnings=0', '.') },
  {
    name: 'edges',
    does: 'who may import whom',
    run: () => tool('dependency-cruiser/bin/dependency-cruiser.mjs', 'bin', 'packages', 'tools', 'web'),
  },
  { name: 'unused', does: 'files, exports and dependencies nobody uses', run: () => tool('knip/bin/knip.js', '--no-progress') },
  { name: 'page', does: 'the web page builds', run: buildPage },
  { name: 'unit', does: 'tests', run: (paths) => runTests(chosen(paths, testFiles().plain), write) },
  { name: 'browser', does: 'tests in a browser', run: runBrowserTests },
  { name: 'pack', does: 'the published package, installed elsewhere', run: (paths) => runTests(chosen(paths, testFiles().pack), write) },
];

function write(text: string): void {
  process.stdout.write(text);
}

/** Runs one tool from node_modules; what it wrote is shown only when it fails. */
function tool(script: string, ...args: readonly string[]): Counts {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status === 0) return PASSED;
  write(`${stdout}${stderr}\n`);
  return FAILED;
}

function checkTypes(): Counts {
  const projects = ['tsconfig.json', ...globSync('web/tsconfig*.json', { cwd: root }).sort()];
  return projects.map((project) => tool('typescript/bin/tsc', '--project', project, '--pretty', 'false')).reduce(add, NOTHING);
}

function buildPage(): Counts {
  if (!hasWebSource()) return NOTHING;
  return !isWebPageStale() || buildWebPage() === 0 ? PASSED : FAILED;
}

async function runBrowserTests(paths: readonly string[], missing: readonly Missing[]): Promise<Counts> {
  if (missing.some(({ name }) => name === 'chromium')) {
    write('skipped: no browser\n');
    return SKIPPED;
  }
  return runTests(chosen(paths, testFiles().browser), write);
}

/** Test files by what they need: nothing, a built page and a browser, or the packed package. */
function testFiles(): { plain: string[]; browser: string[]; pack: string[] } {
  const files = globSync('{packages,tools,web,examples}/**/*.test.ts', { cwd: root, exclude: ['**/node_modules/**'] }).sort();
  const is = (kind: string) => (file: string) => file.endsWith(`.${kind}.test.ts`);
  const browser = files.filter(is('browser'));
  const pack = files.filter(is('pack'));
  return { plain: files.filter((file) => !browser.includes(file) && !pack.includes(file)), browser, pack };
}

function chosen(paths: readonly string[], files: readonly string[]): string[] {
  const wanted = paths.length === 0 ? files : files.filter((file) => paths.some((path) => file.startsWith(path)));
  return wanted.map((file) => join(root, file));
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { only: { type: 'string', multiple: true } }, allowPositionals: true });
  const unknown = (values.only ?? []).filter((name) => !CHECKS.some((check) => check.name === name));
  if (unknown.length > 0) {
    process.stderr.write(`No check is called ${unknown.join(', ')}. There are: ${CHECKS.map(({ name }) => name).join(', ')}.\n`);
    process.exitCode = 2;
    return;
  }
  process.chdir(root);
  const missing = prepareMachine((line) => {
    write(`${line}\n`);
  });
  for (const { advice } of missing) write(`skipped: ${advice}\n`);

  let total = NOTHING;
  for (const check of CHECKS.filter(({ name }) => values.only?.includes(name) ?? true)) {
    write(`\n── ${check.name}: ${check.does}\n`);
    const startedAt = performance.now();
    const counts = await check.run(positionals, missing);
    write(`${inWords(counts)} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`);
    total = add(total, counts);
  }
  write(`\n${inWords(total)}\n`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

await main();
