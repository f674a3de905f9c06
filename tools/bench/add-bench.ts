/** How fast the program brings in many small articles: kept, read, proposals made, all of it durable. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inquest } from '../run-inquest.ts';
import { type Benchmark, peakRow, type Row } from './benchmark.ts';
import { madeArticles } from './made-articles.ts';
import { inFolder, measuredInquest } from './measured-program.ts';

const ARTICLES = 1000;
const MB = 1e6;

async function writeArticles(folder: string): Promise<number> {
  await mkdir(folder);
  let bytes = 0;
  for (const { name, text } of madeArticles(ARTICLES)) {
    await writeFile(join(folder, name), text);
    bytes += Buffer.byteLength(text);
  }
  return bytes;
}

async function measure(folder: string): Promise<readonly Row[]> {
  const [dir, material] = [join(folder, 'inquiry'), join(folder, 'material')];
  const bytes = await writeArticles(material);
  const made = await inquest(['init', dir, '--title', 'Karsa 1991']);
  if (made.exit !== 0) throw new Error(`no inquiry was made: ${made.stderr}`);
  const first = await measuredInquest(['add', material, '--inquiry', dir, '--quiet']);
  const again = await measuredInquest(['add', material, '--inquiry', dir, '--quiet']);
  const kilobytes = (bytes / ARTICLES / 1000).toFixed(1);
  const what = `${String(ARTICLES)} articles of ${kilobytes} kB on average, one in seven in Persian, one in three a saved page; the program's start included`;
  return [
    { what: 'documents', value: ARTICLES / first.seconds, unit: '/s', note: what },
    {
      what: 'material',
      value: bytes / MB / first.seconds,
      unit: 'MB/s',
      note: `${(bytes / MB).toFixed(1)} MB in ${first.seconds.toFixed(1)} s`,
    },
    { what: 'the same again', value: ARTICLES / again.seconds, unit: 'documents/s', note: 'all of it held already: nothing is added' },
    peakRow('peak memory', first.peakBytes, 'of the adding process, its reading threads included'),
  ];
}

export const benchmark: Benchmark = { name: 'adding', elsewhere: true, run: () => inFolder(measure) };
