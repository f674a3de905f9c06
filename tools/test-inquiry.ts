/**
 * What tests of ledgers and inquiries need: effects without a clock or chance, a signing key in
 * memory, temporary folders, and a small projection that stands for any.
 */
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { formatVerifierKey, makeVerifierKey } from '../packages/evidence-format/src/index.ts';
import {
  createInquiryFolder,
  type InquiryFolder,
  type InquiryParts,
  openInquiryFolder,
  openScratchSqlite,
} from '../packages/inquest/src/adapters/index.ts';
import { custodyProjection, type InquiryVerification, type StoredObject, verifyInquiry } from '../packages/inquest/src/custody/index.ts';
import { type Effects, type ItemId, MAIN_COMPARTMENT, type Sha256, type Store, sha256 } from '../packages/inquest/src/kernel/index.ts';
import {
  type AnyNewEvent,
  compareProjections,
  type Instrument,
  type LedgerSigner,
  type Projection,
  type ProjectionDifference,
} from '../packages/inquest/src/ledger/index.ts';

/** UUID of every inquiry of the tests. */
export const TEST_INQUIRY = '0190a3c4-7b5e-7c11-8d21-3f6a5b4c2d10';
export const TEST_ORIGIN = `inquest.invalid/${TEST_INQUIRY}`;
export const TEST_INSTRUMENT: Instrument = { name: 'inquest-tests', version: '0.0.0' };

/** A clock that advances a second at each look, from noon on 4 July 2021, and bytes that only look random. */
export function testEffects(seed = 'karsa'): Effects {
  let looks = 0;
  let draws = 0;
  return {
    clock: {
      now() {
        looks++;
        return new Date(Date.UTC(2021, 6, 4, 12, 0, looks));
      },
    },
    random: {
      bytes(count) {
        draws++;
        // SHAKE gives as many bytes as are asked for.
        return createHash('shake256', { outputLength: Math.max(count, 1) })
          .update(`${seed} ${String(draws)}`)
          .digest()
          .subarray(0, count);
      },
    },
  };
}

/** A new Ed25519 key that lives as long as the test. */
export function testSigner(origin = TEST_ORIGIN): LedgerSigner {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
  return { verifierKey: formatVerifierKey(makeVerifierKey(sha256, origin, raw)), sign: (message) => sign(null, message, privateKey) };
}

let sessions = 0;

/** What an inquiry folder is opened with; each time other randomness, as in life. */
export function testParts(): InquiryParts {
  sessions++;
  return { effects: testEffects(`session ${String(sessions)}`), instrument: TEST_INSTRUMENT, projections: [arrivals, custodyProjection] };
}

/** A folder that is removed after the test. */
export function testFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'inquest-test-'));
  t.after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** An event that is small and needs nothing else: the bytes of item `S-number` came again. */
export function cameAgain(number: number, path = `box ${String(number)}/list.txt`): AnyNewEvent {
  const digest = createHash('sha256').update(path).digest('hex');
  // Both strings have the form their brands stand for.
  const item = `S-${String(number)}` as ItemId;
  return {
    type: 'item.received-again',
    payload: { item, path, sha256: digest as Sha256 },
    touches: [item],
    compartment: MAIN_COMPARTMENT,
  };
}

/** The event that says an object was taken in as item `S-number`. */
export function received(number: number, object: StoredObject, path = `box ${String(number)}/list.txt`): AnyNewEvent {
  const item = `S-${String(number)}` as ItemId;
  const { sha256: name, sha512, bytes } = object;
  return {
    type: 'item.received',
    payload: { item, sha256: name, sha512, bytes, path, mediaType: 'text/plain', modifiedAt: null, parent: null },
    touches: [item],
    compartment: MAIN_COMPARTMENT,
  };
}

interface Arrival {
  item: string;
  times: number;
  last_path: string;
}
/** A set of tables as Kysely asks for it. */
export type ArrivalTables = Record<'arrival', Arrival>;

/** Counts how often each item came again. */
export const arrivals: Projection = {
  name: 'arrivals',
  tables: ['arrival'],
  async create(store: Store) {
    await store.schema
      .createTable('arrival')
      .addColumn('item', 'text', (column) => column.primaryKey())
      .addColumn('times', 'integer', (column) => column.notNull())
      .addColumn('last_path', 'text', (column) => column.notNull())
      .execute();
  },
  async apply(tx, event) {
    if (event.type !== 'item.received-again') return;
    const { item, path } = event.payload;
    await tx
      .$extendTables<ArrivalTables>()
      .insertInto('arrival')
      .values({ item, times: 1, last_path: path })
      .onConflict((conflict) => conflict.column('item').doUpdateSet((row) => ({ times: row('arrival.times', '+', 1), last_path: path })))
      .execute();
  },
};

export function createTestInquiry(folder: string): Promise<InquiryFolder> {
  return createInquiryFolder(folder, TEST_INQUIRY, testParts());
}

export function openTestInquiry(folder: string, mode: 'read' | 'write'): Promise<InquiryFolder> {
  return openInquiryFolder(folder, { mode }, testParts());
}

/** Everything that can be checked of an inquiry: objects, ledger, and its tables against a replay. */
export async function verifyTestInquiry(
  inquiry: InquiryFolder,
): Promise<InquiryVerification & { readonly differences: readonly ProjectionDifference[] }> {
  const { store, objects, ledger } = inquiry;
  const verification = await verifyInquiry({ store, objects, verifierKey: ledger.verifierKey });
  const scratch = openScratchSqlite();
  try {
    const { differences } = await compareProjections(store, testParts().projections, { scratch });
    return { ...verification, differences };
  } finally {
    await scratch.destroy();
  }
}
