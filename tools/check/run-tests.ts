/**
 * Runs test files, each in its own process, and tells what happened: one line for a
 * file that passed, everything known about a test that failed.
 */
import { relative } from 'node:path';
import { run } from 'node:test';
import type { TestEvent } from 'node:test/reporters';
import { inspect } from 'node:util';
import { add, type Counts, FAILED, NOTHING, PASSED, SKIPPED } from './counts.ts';

/** How many files run at the same time. */
const CONCURRENCY = 2;
/** A test that takes longer than this hangs. */
const TEST_LIMIT_MS = 300_000;

/** What a file's tests wrote and came to so far. */
interface FileReport {
  counts: Counts;
  durationMs: number;
  readonly lines: string[];
  readonly output: string[];
}

/** Runs the files with `node:test` and writes the report; resolves to the number of tests, subtests included, suites not. */
export async function runTests(files: readonly string[], write: (text: string) => void): Promise<Counts> {
  const reports = new Map<string, FileReport>();
  const reportOf = (file: string | undefined): FileReport => {
    const name = relative(process.cwd(), file ?? '');
    const report = reports.get(name) ?? { counts: NOTHING, durationMs: 0, lines: [], output: [] };
    reports.set(name, report);
    return report;
  };
  // The stream is declared as untyped; it carries what custom reporters are given.
  const events = run({ files: [...files], concurrency: CONCURRENCY, timeout: TEST_LIMIT_MS }) as AsyncIterable<TestEvent>;
  for await (const event of events) {
    switch (event.type) {
      case 'test:stdout':
      case 'test:stderr':
        reportOf(event.data.file).output.push(event.data.message);
        break;
      case 'test:pass': {
        const { data } = event;
        if (data.details.type === 'suite') break;
        const report = reportOf(data.file);
        const skipped = data.skip !== undefined && data.skip !== false;
        report.counts = add(report.counts, skipped ? SKIPPED : PASSED);
        if (skipped) report.lines.push(`skipped  ${data.name}${typeof data.skip === 'string' ? `: ${data.skip}` : ''}`);
        break;
      }
      case 'test:fail': {
        const { data } = event;
        const { error } = data.details;
        // A parent fails because of its children, which are counted and shown themselves.
        if ('failureType' in error && error.failureType === 'subtestsFailed') break;
        const report = reportOf(data.file);
        report.counts = add(report.counts, FAILED);
        report.lines.push(`FAILED  ${data.name}`, indent(inFull(error.cause)));
        break;
      }
      case 'test:summary':
        if (event.data.file !== undefined) {
          const report = reportOf(event.data.file);
          report.durationMs = event.data.duration_ms;
          write(fileLines(relative(process.cwd(), event.data.file), report));
          report.lines.length = 0;
        }
        break;
      default:
    }
  }
  return finish(reports, write);
}

/** Adds up, and shows failures of files that ended without a summary. */
function finish(reports: ReadonlyMap<string, FileReport>, write: (text: string) => void): Counts {
  let total = NOTHING;
  for (const [name, report] of reports) {
    if (report.lines.length > 0) write(fileLines(name, report));
    total = add(total, report.counts);
  }
  return total;
}

function fileLines(name: string, report: FileReport): string {
  const { counts } = report;
  const mark = counts.failed > 0 ? 'FAILED' : 'ok';
  const total = counts.passed + counts.failed + counts.skipped;
  const first = `${mark.padEnd(7)}${String(total).padStart(4)}  ${name}  ${(report.durationMs / 1000).toFixed(1)} s`;
  const output = counts.failed > 0 && report.output.length > 0 ? ['it wrote:', indent(report.output.join('').trimEnd())] : [];
  return [first, ...[...report.lines, ...output].map(indent), ''].join('\n');
}

/** An assertion already shows both sides in its message; anything else is shown with all it carries. */
function inFull(error: unknown): string {
  const isAssertion = error instanceof Error && 'code' in error && error.code === 'ERR_ASSERTION';
  return isAssertion ? (error.stack ?? error.message) : inspect(error, { depth: 6 });
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '    ');
}
