import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OWNER_SCOPE } from './access/index.ts';
import {
  createInquiryFolder,
  type InquiryFolder,
  openInquiryFolder,
  openScratchSqlite,
  systemEffects,
  walkFiles,
} from './adapters/index.ts';
import type { VerifyReport } from './api-contract/index.ts';
import { claimsProjection } from './claims/index.ts';
import { custodyProjection } from './custody/index.ts';
import {
  addMaterial,
  decideSample,
  type Inquiry,
  type PreviewLine,
  preview,
  type RebuildReport,
  readSampleDecisions,
  rebuildInquiry,
} from './desk/index.ts';
import { type IntakeParts, type ItemSource, intakeProjection } from './intake/index.ts';
import { done, InquestFault, MAIN_COMPARTMENT } from './kernel/index.ts';
import type { Projection } from './ledger/index.ts';
import { proposalTables, storeProposals } from './reading/index.ts';
import { PROGRAM_VERSION } from './version.ts';
import { createReadingPool, type ReadingPool, verifyInThread } from './worker/index.ts';

/**
 * The composition root: the only place that knows which adapters serve which ports. An inquiry
 * is opened here, used by the command line and the server, and closed here.
 */

const INSTRUMENT = { name: 'inquest', version: PROGRAM_VERSION };

/** In the order they are applied; a projection may read the tables of those before it. */
const PROJECTIONS: readonly Projection[] = [intakeProjection, proposalTables, custodyProjection, claimsProjection];

const PARTS = { effects: systemEffects, instrument: INSTRUMENT, projections: PROJECTIONS };

/** What is said while something takes long. `total` null: not known yet. */
export interface Step {
  readonly done: number;
  readonly total: number | null;
  readonly words: string;
}
export type OnProgress = (step: Step) => void;

export interface CreatedInquiry {
  readonly inquiry: string;
  readonly title: string;
  /** Verifier key of the ledger, C2SP vkey form: what a stranger checks signatures with. */
  readonly ledgerKey: string;
}

/** An inquiry, open, with what bringing material in needs. Reading threads start when first used. */
export interface OpenInquiry {
  readonly folder: InquiryFolder;
  readonly inquiry: Inquiry;
  intake(): IntakeParts;
}

/** Makes an inquiry in a new or empty folder. Faults: INQ-ALREADY-EXISTS, INQ-NO-PERMISSION, INQ-DISK-FULL. */
export async function createInquiry(dir: string, { title, sample }: { title: string; sample: boolean }): Promise<CreatedInquiry> {
  const id = globalThis.crypto.randomUUID();
  const folder = await createInquiryFolder(dir, id, PARTS);
  try {
    const createdAt = systemEffects.clock.now().toISOString();
    const payload = { inquiry: id, title, createdAt, sample };
    await folder.ledger.commit(OWNER_SCOPE, () =>
      Promise.resolve(
        done({ events: [{ type: 'inquiry.created' as const, payload, touches: [], compartment: MAIN_COMPARTMENT }], value: null }),
      ),
    );
    return { inquiry: id, title, ledgerKey: folder.ledger.verifierKey };
  } finally {
    await folder.close();
  }
}

/** Opens an inquiry, gives it to `use` and closes it, whatever happens. For writing it holds the writer's lock. */
export async function withInquiry<T>(
  dir: string,
  options: { readonly mode: 'read' | 'write'; readonly readers?: number },
  use: (open: OpenInquiry) => Promise<T>,
): Promise<T> {
  const folder = await openInquiryFolder(dir, { mode: options.mode }, PARTS);
  let pool: ReadingPool | undefined;
  try {
    const inquiry = await inquiryOf(folder);
    return await use({
      folder,
      inquiry,
      intake() {
        const readers = options.readers ?? 1;
        pool ??= createReadingPool({ size: readers, locate: (name) => folder.objects.locate(name) });
        return {
          ledger: folder.ledger,
          objects: folder.objects,
          effects: systemEffects,
          read: pool.read,
          storeProposals,
          parallel: readers,
        };
      },
    });
  } finally {
    await pool?.close();
    await folder.close();
  }
}

async function inquiryOf(folder: InquiryFolder): Promise<Inquiry> {
  const [created] = await folder.ledger.read(OWNER_SCOPE, { limit: 1, types: ['inquiry.created'] });
  if (created?.type !== 'inquiry.created') {
    throw new InquestFault('INQ-NOT-AN-INQUIRY', {
      what: 'The folder holds an inquiry that was never finished being made.',
      why: 'Its ledger does not begin with the making of an inquiry.',
      do: 'Nothing was added to it; make a new one in another folder with `inquest init`.',
    });
  }
  const { title, sample } = created.payload;
  const { store, ledger, objects, inquiry } = folder;
  return { id: inquiry, title, sample, version: PROGRAM_VERSION, store, ledger, objects, effects: systemEffects, scope: OWNER_SCOPE };
}

/** Reads back every object and checks the whole ledger, beside the main thread; changes nothing. */
export async function verifyFolder(dir: string, onProgress: OnProgress): Promise<VerifyReport> {
  const { objects, events, checkpoint, problems, unreferenced } = await verifyInThread(dir, (at, total) => {
    onProgress({ done: at, total, words: 'events checked' });
  });
  return {
    objects,
    events,
    checkpoint,
    problems: problems.map(({ code, what, where }) => ({ code, what, where })),
    unreferenced: [...unreferenced.names],
  };
}

/** The folder of the built page. */
export const PAGE_FOLDER = pageFolder();

function pageFolder(): string {
  const here = fileURLToPath(import.meta.url);
  /* Built: dist/inquest/src/app.js beside dist/web. In a checkout: packages/inquest/src/app.ts. */
  return here.endsWith('.js') ? join(here, '../../../web') : join(here, '../../../../dist/web');
}

/** Every regular file below the paths, named as people gave them; the inquiry's own folder is left out. */
export function filesUnder(paths: readonly string[], inquiryDir: string | null): AsyncIterable<ItemSource> {
  return walkFiles(paths, inquiryDir);
}

/** Where the sample's material lies: in a checkout and in the published package alike. */
const SAMPLE_FOLDER = join(fileURLToPath(import.meta.url), '../../../../examples/karsa-1991');

/** Makes the fictional sample inquiry: its material, and what its documenter has decided so far. */
export async function createSample(
  dir: string,
  options: { readonly readers: number; readonly onProgress: OnProgress },
): Promise<CreatedInquiry> {
  const wanted = await readSampleDecisions(SAMPLE_FOLDER);
  const created = await createInquiry(dir, { title: wanted.title, sample: true });
  await withInquiry(dir, { mode: 'write', readers: options.readers }, async (open) => {
    const sources = wanted.files.map((path) => ({ path, file: join(SAMPLE_FOLDER, path) }));
    let done = 0;
    for await (const line of addMaterial(open.inquiry, open.intake(), { sources })) {
      done += 1;
      options.onProgress({ done, total: sources.length, words: line.path });
    }
    await decideSample(open.inquiry, wanted);
  });
  return created;
}

/** Whether the folder holds an inquiry. */
export async function isInquiry(dir: string): Promise<boolean> {
  try {
    await withInquiry(dir, { mode: 'read' }, () => Promise.resolve());
    return true;
  } catch (error) {
    if (error instanceof InquestFault && error.code === 'INQ-NOT-AN-INQUIRY') return false;
    throw error;
  }
}

/** What the digest of each offered file is and whether it is held already; writes nothing. */
export async function* previewFiles(open: OpenInquiry, paths: readonly string[]): AsyncGenerator<PreviewLine> {
  for await (const source of walkFiles(paths, open.folder.folder)) yield await preview(open.inquiry, source);
}

/** Replays the ledger into the tables, or with `compare` into a scratch copy that is thrown away. */
export async function rebuild(
  open: OpenInquiry,
  options: { readonly compare: boolean; readonly onProgress: OnProgress },
): Promise<RebuildReport> {
  const scratch = options.compare ? openScratchSqlite() : null;
  try {
    return await rebuildInquiry(open.inquiry, {
      projections: PROJECTIONS,
      scratch,
      onProgress: (at, words) => {
        options.onProgress({ done: at, total: null, words });
      },
    });
  } finally {
    await scratch?.destroy();
  }
}
