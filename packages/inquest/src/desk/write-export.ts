import { createWriteStream } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClaimLine, EventLine, ItemLine, ProposalLine } from '../api-contract/index.ts';
import { InquestFault } from '../kernel/index.ts';
import { claimLines } from './claim-lines.ts';
import { eventLines } from './event-lines.ts';
import { annotationOf } from './export-annotation.ts';
import { csvRow } from './export-csv.ts';
import { figuresOf } from './figures.ts';
import type { Inquiry } from './inquiry.ts';
import { itemLines } from './item-lines.ts';
import { allPages } from './paging.ts';
import { proposalLines } from './proposal-lines.ts';

export interface ExportOptions {
  readonly format: 'jsonl' | 'csv' | 'annotations';
  /** Folder to write to: new or empty. */
  readonly out: string;
  /** CSV begins with a byte order mark, which Excel needs to read UTF-8. */
  readonly bom: boolean;
  /** Name the files and count the records; write nothing. */
  readonly dryRun: boolean;
}

export interface ExportReport {
  readonly format: ExportOptions['format'];
  readonly out: string;
  readonly files: readonly { readonly path: string; readonly records: number }[];
}

const PAGE = 500;

/** One file of an export: its records as text, one at a time, never all in memory. */
interface ExportFile {
  readonly path: string;
  /** Written before the first record and not counted. */
  readonly head: string;
  records(inquiry: Inquiry): AsyncIterable<string>;
}

/**
 * Writes the inquiry's records: JSONL of items, claims, proposals, events and questions; CSV
 * (RFC 4180) of items and claims; or W3C Web Annotations of claims, one a line. Fault
 * INQ-ALREADY-EXISTS when the folder holds anything.
 */
export async function writeExport(inquiry: Inquiry, options: ExportOptions): Promise<ExportReport> {
  if (!options.dryRun) await emptyFolder(options.out);
  const files: { path: string; records: number }[] = [];
  for (const file of FILES[options.format](options.bom ? '\uFEFF' : '')) {
    let records = 0;
    const lines = async function* (): AsyncGenerator<string> {
      if (file.head !== '') yield file.head;
      for await (const line of file.records(inquiry)) {
        records += 1;
        yield line;
      }
    };
    const out = options.dryRun ? nowhere() : createWriteStream(join(options.out, file.path), { flags: 'wx' });
    await pipeline(Readable.from(lines()), out);
    files.push({ path: file.path, records });
  }
  return { format: options.format, out: options.out, files };
}

/** Takes what is written and keeps none of it: the records are still counted. */
function nowhere(): Writable {
  return new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
}

async function emptyFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true });
  if ((await readdir(path)).length === 0) return;
  throw new InquestFault('INQ-ALREADY-EXISTS', {
    what: 'The folder to write to is not empty.',
    why: 'An export never writes over files.',
    do: 'Name a new folder with --out.',
  });
}

const items = (inquiry: Inquiry): AsyncIterable<ItemLine> => allPages((cursor) => itemLines(inquiry, { limit: PAGE, cursor }));
const claims = (inquiry: Inquiry): AsyncIterable<ClaimLine> => allPages((cursor) => claimLines(inquiry, { limit: PAGE, cursor }));
const proposals = (inquiry: Inquiry): AsyncIterable<ProposalLine> => allPages((cursor) => proposalLines(inquiry, { limit: PAGE, cursor }));
const events = (inquiry: Inquiry): AsyncIterable<EventLine> =>
  allPages((cursor) => eventLines(inquiry, { limit: PAGE, cursor, newestFirst: false }));

async function* questions(inquiry: Inquiry): AsyncGenerator<object> {
  yield* (await figuresOf(inquiry)).questions;
}

function jsonl(path: string, read: (inquiry: Inquiry) => AsyncIterable<object>): ExportFile {
  return {
    path,
    head: '',
    async *records(inquiry) {
      for await (const line of read(inquiry)) yield `${JSON.stringify(line)}\n`;
    },
  };
}

function csv<T>(table: {
  path: string;
  bom: string;
  columns: Readonly<Record<string, (line: T) => string | number | null>>;
  read: (inquiry: Inquiry) => AsyncIterable<T>;
}): ExportFile {
  const columns = Object.entries(table.columns);
  return {
    path: table.path,
    head: table.bom + csvRow(columns.map(([name]) => name)),
    async *records(inquiry) {
      for await (const line of table.read(inquiry)) yield csvRow(columns.map(([, cell]) => cell(line)));
    },
  };
}

const FILES: Readonly<Record<ExportOptions['format'], (bom: string) => readonly ExportFile[]>> = {
  jsonl: () => [
    jsonl('items.jsonl', items),
    jsonl('claims.jsonl', claims),
    jsonl('proposals.jsonl', proposals),
    jsonl('questions.jsonl', questions),
    jsonl('events.jsonl', events),
  ],
  annotations: () => [
    jsonl('annotations.jsonl', async function* (inquiry) {
      for await (const claim of claims(inquiry)) yield annotationOf(claim);
    }),
  ],
  csv: (bom) => [
    csv<ItemLine>({
      path: 'items.csv',
      bom,
      read: items,
      columns: {
        item: (line) => line.item,
        path: (line) => line.path,
        title: (line) => line.title,
        publisher: (line) => line.publisher,
        outcome: (line) => line.outcome,
        reason: (line) => line.reason,
        languages: (line) => line.languages.join(' '),
        page_date: (line) => line.dates.pageRendered,
        stated_date: (line) => line.dates.published,
        received_at: (line) => line.receivedAt,
        bytes: (line) => line.bytes,
        sha256: (line) => line.sha256,
        recorded_claims: (line) => line.recorded,
        open_proposals: (line) => line.open,
        derives_from: (line) => line.derivesFrom.join(' '),
      },
    }),
    csv<ClaimLine>({
      path: 'claims.csv',
      bom,
      read: claims,
      columns: {
        claim: (line) => line.claim,
        version: (line) => line.version,
        kind: (line) => line.kind,
        sentence: (line) => line.sentence,
        quote: (line) => line.citation.quote,
        item: (line) => line.item,
        file: (line) => line.file,
        start: (line) => line.citation.start,
        end: (line) => line.citation.end,
        text_sha256: (line) => line.citation.text,
        claimant: (line) => line.chain.at(-1)?.text ?? null,
        chain: (line) => line.chain.map((link) => link.text).join(' > '),
        said_on: (line) => line.saidOn,
        recorded_at: (line) => line.recordedAt,
        event: (line) => line.event,
      },
    }),
  ],
};
