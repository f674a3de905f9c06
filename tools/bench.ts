/**
 * `npm run bench`: figures, and nothing about whether they are good. Each benchmark runs in a
 * process of its own, so that none has the memory or the warm code of another.
 *
 *   npm run bench -- [NAME…]      some benchmarks: NAME is tools/bench/NAME-bench.ts
 *   npm run bench -- --write      all of them, and writes docs/benchmarks.md
 */
import { fork } from 'node:child_process';
import { globSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Row } from './bench/benchmark.ts';
import type { Measured } from './bench/run-benchmark.ts';

const root = join(import.meta.dirname, '..');
const folder = join(import.meta.dirname, 'bench');
const REPORT = join(root, 'docs/benchmarks.md');
const RUNNER = fileURLToPath(new URL('./bench/run-benchmark.ts', import.meta.url));

interface Result extends Measured {
  readonly file: string;
}

/** What a person calls the benchmark in that file. */
function nameOf(file: string): string {
  return file.replace(/-bench\.ts$/, '');
}

/** Runs one benchmark; rejects when its process ends without telling what it measured. */
function measure(file: string): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const child = fork(RUNNER, [file], { execArgv: ['--disable-warning=ExperimentalWarning'] });
    let measured: Measured | undefined;
    child.on('message', (message) => {
      // The runner sends one message, of this type.
      measured = message as Measured;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (measured === undefined) reject(new Error(`${basename(file)} ended with ${String(code)} and measured nothing`));
      else resolve(measured);
    });
  });
}

function figure({ value, unit }: Row): string {
  const rounded = value.toLocaleString('en', { maximumSignificantDigits: 3 });
  return Number.isNaN(value) ? 'not measured here' : `${rounded} ${unit}`;
}

function machine(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${first?.model ?? 'unknown processor'}, ${cpus().length} cores, ${memory} GiB, ${process.platform}, Node.js ${process.versions.node}`;
}

function section({ file, name, rows }: Result): string {
  return [
    `## ${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    '',
    `\`npm run bench -- ${nameOf(file)}\``,
    '',
    '| What | Value | Note |',
    '|---|---|---|',
    ...rows.map((row) => `| ${row.what} | ${figure(row)} | ${row.note} |`),
  ].join('\n');
}

function report(results: readonly Result[]): string {
  const head = [
    '# Benchmarks',
    '',
    `Measured on ${new Date().toISOString().slice(0, 10)} with \`npm run bench -- --write\`; \`npm run bench -- NAME\` runs one.`,
    `Machine: ${machine()}.`,
    '',
    'Times are of one machine on one day, and noisy: other work may have shared it. Read differences below a factor of two as noise.',
    'Ratios compare what was measured in the same run; they are noisy too, most of all where the disk is waited for. An aim is what we work towards, and one run near it settles nothing; no test depends on any of these figures.',
  ].join('\n');
  return `${[head, ...results.map(section)].join('\n\n')}\n`;
}

async function run(names: readonly string[], write: boolean): Promise<number> {
  const files = globSync('*-bench.ts', { cwd: folder }).sort();
  const unknown = names.filter((name) => !files.some((file) => nameOf(file) === name));
  if (unknown.length > 0) {
    process.stderr.write(`There is no benchmark ${unknown.join(', ')}. There are: ${files.map(nameOf).join(', ')}.\n`);
    return 2;
  }
  if (write && names.length > 0) {
    process.stderr.write('The report holds every benchmark: --write goes without names.\n');
    return 2;
  }
  const results: Result[] = [];
  for (const file of files) {
    if (names.length > 0 && !names.includes(nameOf(file))) continue;
    process.stdout.write(`\n── ${nameOf(file)}\n`);
    const measured = await measure(join(folder, file));
    for (const row of measured.rows) process.stdout.write(`${row.what}: ${figure(row)}  (${row.note})\n`);
    results.push({ ...measured, file });
  }
  if (write) writeFileSync(REPORT, report(results));
  return 0;
}

const { values, positionals } = parseArgs({ options: { write: { type: 'boolean', default: false } }, allowPositionals: true });
process.exitCode = await run(positionals, values.write);
