/** An inquiry that takes material in, for tests: real ledger, tables and objects, reading on this thread. */
import { appendFileSync, chownSync, readdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import {
  createInquiryFolder,
  type InquiryFolder,
  openObjectsOnDisk,
  openScratchSqlite,
  walkFiles,
} from '../packages/inquest/src/adapters/index.ts';
import { custodyProjection, type ObjectStore, verifyInquiry } from '../packages/inquest/src/custody/index.ts';
import { extractItem, type IntakeParts, intakeProjection, type ReadItem } from '../packages/inquest/src/intake/index.ts';
import type { Effects } from '../packages/inquest/src/kernel/index.ts';
import { compareProjections } from '../packages/inquest/src/ledger/index.ts';
import { proposalTables, READER_VERSION, readDocument, storeProposals } from '../packages/inquest/src/reading/index.ts';
import { TEST_INQUIRY, TEST_INSTRUMENT, testEffects, testFolder } from './test-inquiry.ts';

const PROJECTIONS = [intakeProjection, proposalTables, custodyProjection];
const MAX_OBJECT = 64 * 1024 * 1024;

export interface TestIntake {
  readonly folder: string;
  readonly inquiry: InquiryFolder;
  readonly parts: IntakeParts;
  /** Codes of everything verification finds wrong, and what a replay of the ledger would change. */
  problems(): Promise<readonly string[]>;
}

/** A new inquiry below a temporary folder; `change` replaces parts of it. */
export async function testIntake(t: TestContext, change: (parts: IntakeParts) => Partial<IntakeParts> = () => ({})): Promise<TestIntake> {
  const folder = testFolder(t);
  const effects: Effects = testEffects(folder);
  const inquiry = await createInquiryFolder(join(folder, 'inquiry'), TEST_INQUIRY, {
    effects,
    instrument: TEST_INSTRUMENT,
    projections: PROJECTIONS,
  });
  t.after(() => inquiry.close());
  const { ledger, objects, store } = inquiry;
  const plain: IntakeParts = { ledger, objects, effects, read: readHere(objects), storeProposals, parallel: 1 };
  return {
    folder,
    inquiry,
    parts: { ...plain, ...change(plain) },
    async problems() {
      const { problems } = await verifyInquiry({ store, objects, verifierKey: ledger.verifierKey });
      const scratch = openScratchSqlite();
      try {
        const { differences } = await compareProjections(store, PROJECTIONS, { scratch });
        return [...problems.map(({ code }) => code), ...differences.map((difference) => JSON.stringify(difference))];
      } finally {
        await scratch.destroy();
      }
    },
  };
}

/** Extraction and proposals on this thread. */
export function readHere(objects: ObjectStore): ReadItem {
  return async ({ id, path, sha256 }) => {
    const extraction = await extractItem(await objects.read(sha256, MAX_OBJECT), { path });
    const { text, segments, languages, dates, url, publisher, title } = extraction;
    const proposals = readDocument({ item: id, documentName: publisher ?? title ?? path, text, segments, languages, dates, url });
    return { extraction, proposals, proposalsVersion: READER_VERSION };
  };
}

/** Encodes text in a single-byte encoding that TextDecoder knows; throws on what it cannot express. */
export function encodeAs(encoding: string, text: string): Uint8Array {
  const table = new Map<string, number>();
  const decoder = new TextDecoder(encoding);
  for (let byte = 255; byte >= 0; byte -= 1) table.set(decoder.decode(new Uint8Array([byte])), byte);
  return Uint8Array.from(Array.from(text), (char) => {
    const byte = table.get(char);
    if (byte === undefined) throw new RangeError(`${encoding} has no ${char}`);
    return byte;
  });
}

/** Every regular file below the paths, as the command line finds them. */
export const filesBelow = walkFiles;

/** An object store into which `file` cannot be taken: it grows each time somebody begins to copy it. */
export function objectsWhileGrowing(folder: string, file: string): Promise<ObjectStore> {
  return openObjectsOnDisk(folder, {
    mode: 'write',
    openTemporary: (path) => {
      appendFileSync(file, 'more ');
      return open(path, 'wx', 0o400);
    },
  });
}

/** An unprivileged user: root may read everything. */
const NOBODY = 65534;

/** Runs `use` as somebody who owns `folder` and everything in it and is not root. */
export async function withoutPrivileges<T>(folder: string, use: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return use();
  const inside = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  for (const path of [folder, ...inside]) chownSync(path, NOBODY, NOBODY);
  process.seteuid?.(NOBODY);
  try {
    return await use();
  } finally {
    process.seteuid?.(0);
  }
}
