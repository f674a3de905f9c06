/** How long a person waits after `inquest serve` on an inquiry that exists, until the first screen can show. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { BINARY, inquest } from '../run-inquest.ts';
import { aim, type Benchmark, median, peakRow, type Row } from './benchmark.ts';
import { firstFiles, havePage } from './first-files.ts';
import { inFolder, largestPeak, peaksIn } from './measured-program.ts';

const RUNS = 5;
/** Seconds from the start of the process to the first page served. */
const AIM = 1.5;
/** A taken port moves to the next. */
const PORT = 47_931;

/** Seconds since the process was started. */
interface Start {
  readonly link: number;
  readonly page: number;
}

type Serving = ChildProcessByStdio<null, Readable, null>;

/** The first link it prints; rejects when it ends before. */
function linkOf(child: Serving): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      const link = /"link":"([^"]+)"/.exec(said)?.[1];
      if (link !== undefined) resolve(link);
    });
    child.once('close', () => {
      reject(new Error('serve ended before it printed a link'));
    });
  });
}

/** What a browser asks for: the link, the page it leads to, and every file of the first screen. */
async function openFirstScreen(link: string, files: readonly string[]): Promise<void> {
  const { origin } = new URL(link);
  const signedIn = await fetch(link, { redirect: 'manual' });
  await signedIn.arrayBuffer();
  const headers = { cookie: signedIn.headers.getSetCookie().join('; ') };
  const served = async (path: string): Promise<void> => {
    const answer = await fetch(new URL(path, origin), { headers });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${path} was answered with ${String(answer.status)}`);
  };
  await served('/');
  await Promise.all([...files, 'api/inquiry'].map((path) => served(`/${path}`)));
}

async function start(dir: string, files: readonly string[], env: Readonly<Record<string, string>>): Promise<Start> {
  const startedAt = performance.now();
  const since = (): number => (performance.now() - startedAt) / 1000;
  const child = spawn(process.execPath, [BINARY, 'serve', dir, '--port', String(PORT), '--jsonl', '--quiet'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  const gone = new Promise<void>((resolve) => {
    child.once('close', () => {
      resolve();
    });
  });
  try {
    const link = await linkOf(child);
    const linkAt = since();
    await openFirstScreen(link, files);
    return { link: linkAt, page: since() };
  } finally {
    child.kill('SIGTERM');
    await gone;
  }
}

async function measure(folder: string): Promise<readonly Row[]> {
  const [dir, compiled, peaks] = [join(folder, 'sample'), join(folder, 'compiled'), join(folder, 'peaks')];
  const made = await inquest(['sample', dir]);
  if (made.exit !== 0) throw new Error(`the sample was not made: ${made.stderr}`);
  await mkdir(peaks);
  const files = [...firstFiles('.js'), ...firstFiles('.css')];
  // The measuring process loads its own HTTP client on first use.
  await fetch('data:,');
  const env = { NODE_COMPILE_CACHE: compiled };
  const first = await start(dir, files, env);
  const starts: Start[] = [];
  for (let run = 0; run < RUNS; run++) starts.push(await start(dir, files, env));
  await start(dir, files, { ...env, ...peaksIn(peaks) });
  const page = median(starts.map((one) => one.page));
  const asked = `GET / and ${String(files.length)} files and the inquiry's summary; median of ${String(RUNS)}`;
  return [
    { what: 'until the link is printed', value: median(starts.map((one) => one.link)), unit: 's', note: `median of ${String(RUNS)}` },
    { what: 'until the first page is served', value: page, unit: 's', note: `${asked}; ${aim(page, { atMost: AIM }, 's')}` },
    { what: 'the very first time', value: first.page, unit: 's', note: 'the same, before Node.js has kept anything compiled' },
    peakRow('peak memory', await largestPeak(peaks), 'of the serving process, one more run'),
  ];
}

export const benchmark: Benchmark = {
  name: 'start',
  elsewhere: true,
  run() {
    havePage();
    return inFolder(measure);
  },
};
