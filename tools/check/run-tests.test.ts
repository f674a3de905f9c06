import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';

const folder = mkdtempSync(join(tmpdir(), 'inquest-run-tests-'));
after(() => {
  rmSync(folder, { recursive: true });
});

const runner = join(folder, 'run.mjs');
writeFileSync(
  runner,
  `import { runTests } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'run-tests.ts')).href)};
   const report = [];
   const counts = await runTests(process.argv.slice(2), (text) => report.push(text));
   console.log(JSON.stringify({ counts, report: report.join('') }));`,
);

interface Outcome {
  readonly counts: object;
  readonly report: string;
}

/** Runs one test file of these lines through the runner, in a process that is not itself a test. */
function outcomeOf(...body: readonly string[]): Outcome {
  const file = join(folder, 'planted.test.mjs');
  writeFileSync(file, ["import { test, describe } from 'node:test';", "import assert from 'node:assert';", ...body].join('\n'));
  const { NODE_TEST_CONTEXT, ...env } = process.env;
  // The program above prints exactly this shape.
  return JSON.parse(execFileSync(process.execPath, [runner, file], { env, encoding: 'utf8' })) as Outcome;
}

test('counts tests and subtests that pass, not the suites around them', () => {
  const { counts, report } = outcomeOf("describe('suite', () => { test('one', () => {}); test('two', () => {}); });");
  assert.deepEqual(counts, { passed: 2, failed: 0, skipped: 0 });
  assert.match(report, /^ok +2 .*planted\.test\.mjs/);
});

test('shows a failure in full, with what the file wrote, and counts it once', () => {
  const { counts, report } = outcomeOf(
    "test('parent', async (t) => { console.log('a trace'); await t.test('child', () => assert.equal(1, 2)); });",
  );
  assert.deepEqual(counts, { passed: 0, failed: 1, skipped: 0 });
  assert.match(report, /FAILED {2}child/);
  assert.match(report, /1 == 2/);
  assert.match(report, /a trace/);
});

test('names what was skipped and why', () => {
  const { counts, report } = outcomeOf("test('needs more', (t) => t.skip('not here: more'));");
  assert.deepEqual(counts, { passed: 0, failed: 0, skipped: 1 });
  assert.match(report, /skipped {2}needs more: not here: more/);
});

test('a file that cannot be loaded is a failure', () => {
  const { counts, report } = outcomeOf("import './does-not-exist.mjs';");
  assert.deepEqual(counts, { passed: 0, failed: 1, skipped: 0 });
  assert.match(report, /does-not-exist/);
});
