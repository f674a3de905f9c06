/**
 * `npm run bench`: figures, and nothing about whether they are good.
 *
 *   npm run bench -- [NAME…]      some benchmarks
 *   npm run bench -- --write      writes docs/benchmarks.md as well
 */
import { globSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Benchmark, Row } from './bench/benchmark.ts';

const root = join(import.meta.dirname, '..');
const REPORT = join(root, 'docs/benchmarks.md');

async function benchmarks(): Promise<Benchmark[]> {
  const files = globSync('*-bench.ts', { cwd: join(import.meta.dirname, 'bench') }).sort();
  // Each file in that folder exports one; see tools/bench/benchmark.ts.
  const modules = await Promise.all(files.map((file) => import(`./bench/${file}`) as Promise<{ benchmark: Benchmark }>));
  return modules.map((module) => module.benchmark);
}

function inWords({ what, value, unit }: Row): string {
  return `${what}: ${rounded(value)} ${unit}`;
}

function rounded(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 3 });
}

function machine(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${first?.model ?? 'unknown processor'}, ${cpus().length} cores, ${memory} GiB, ${process.platform}, Node.js ${process.versions.node}`;
}

function report(results: ReadonlyMap<string, readonly Row[]>): string {
  const sections = [...results].map(([name, rows]) =>
    [
      `## ${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      '',
      '| What | Value | Note |',
      '|---|---|---|',
      ...rows.map(({ what, value, unit, note }) => `| ${what} | ${rounded(value)} ${unit} | ${note} |`),
    ].join('\n'),
  );
  const head = [
    '# Benchmarks',
    '',
    `Measured on ${new Date().toISOString().slice(0, 10)} with \`npm run bench -- --write\`.`,
    `Machine: ${machine()}.`,
    'Other work may have shared the machine: read differences below a factor of two as noise.',
  ].join('\n');
  return `${[head, ...sections].join('\n\n')}\n`;
}

const { values, positionals } = parseArgs({ options: { write: { type: 'boolean', default: false } }, allowPositionals: true });
const results = new Map<string, readonly Row[]>();
for (const { name, run } of await benchmarks()) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  process.stdout.write(`\n── ${name}\n`);
  const rows = await run();
  for (const row of rows) process.stdout.write(`${inWords(row)}  (${row.note})\n`);
  results.set(name, rows);
}
if (values.write) writeFileSync(REPORT, report(results));
