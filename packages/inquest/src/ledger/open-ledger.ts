import {
  EMPTY_FRONTIER,
  type Frontier,
  formatCheckpoint,
  formatVerifierKey,
  frontierRoot,
  openNote,
  parseVerifierKey,
  peaksOf,
  sameBytes,
  signNote,
  toHex,
  type VerifierKey,
} from '../../../evidence-format/src/index.ts';
import type { Scope } from '../access/index.ts';
import { type Effects, InquestFault, type Outcome, type Refusal, type Store, type StoreTransaction, sha256 } from '../kernel/index.ts';
import { appendEvents, type Instrument } from './append-events.ts';
import type { AnyEvent } from './event.ts';
import type { Checkpoint, Decision, EventQuery, Ledger } from './ledger.ts';
import {
  type CheckpointRow,
  createLedgerTables,
  endOfEvents,
  insertCheckpoint,
  lastCheckpoint,
  lockForAppend,
  readMeta,
  readNodes,
  selectEvents,
  writeMeta,
} from './ledger-store.ts';
import type { Projection } from './projection.ts';
import { applyProjections, createProjections, projectionsFingerprint, rebuildProjections } from './rebuild-projections.ts';
import { recordedEvent } from './recorded-event.ts';
import { ed25519Verifier, type LedgerSigner } from './signer.ts';

/** Version of the ledger's tables and leaves, docs/formats/ledger.md. */
export const LEDGER_FORMAT = 1;
/** Events one `read` may ask for. */
export const MAX_READ = 1000;

export interface LedgerParts {
  readonly store: Store;
  readonly signer: LedgerSigner;
  readonly effects: Effects;
  readonly instrument: Instrument;
  /** In the order they are applied: a projection may read the tables of those before it. */
  readonly projections: readonly Projection[];
}

/** The last size that was signed, and what is needed to go on from it. */
interface Head {
  readonly frontier: Frontier;
  readonly root: Uint8Array;
}

/** Makes the tables of the ledger and of every projection in an empty database and signs the empty tree. */
export async function createLedger(parts: LedgerParts): Promise<Ledger> {
  const key = keyOf(parts.signer.verifierKey);
  await parts.store.transaction().execute(async (tx) => {
    await createLedgerTables(tx);
    await writeMeta(tx, 'format', String(LEDGER_FORMAT));
    await writeMeta(tx, 'origin', key.name);
    await writeMeta(tx, 'verifier_key', parts.signer.verifierKey);
    await createProjections(tx, parts.projections);
    await writeMeta(tx, 'projections', projectionsFingerprint(parts.projections));
    await insertCheckpoint(tx, signed({ frontier: EMPTY_FRONTIER, root: frontierRoot(sha256, EMPTY_FRONTIER) }, key, parts.signer));
  });
  return openLedger(parts);
}

/**
 * Opens a ledger for reading and writing. Compares the last signed checkpoint with the tree's
 * right edge and with the number of events; where they differ, reading goes on and every `commit`
 * throws INQ-LEDGER-DAMAGED. Tables of projections that have changed since they were written are
 * rebuilt first. Faults: INQ-NEWER-VERSION, INQ-NOT-AN-INQUIRY.
 */
export async function openLedger(parts: LedgerParts): Promise<Ledger> {
  const meta = await checkedMeta(parts.store);
  const key = keyOf(parts.signer.verifierKey);
  const head = meta.get('verifier_key') === parts.signer.verifierKey ? await loadHead(parts.store, key) : null;
  if (head !== null && meta.get('projections') !== projectionsFingerprint(parts.projections)) {
    await rebuildProjections(parts.store, parts.projections);
  }
  return makeLedger({ store: parts.store, key, writing: { ...parts, head } });
}

/**
 * Opens a ledger that this process will not change, for instance from a database opened read-only.
 * `commit` throws INQ-NO-PERMISSION. Faults: as `openLedger`.
 */
export async function openLedgerForReading(store: Store): Promise<Ledger> {
  const meta = await checkedMeta(store);
  return makeLedger({ store, key: keyOf(meta.get('verifier_key') ?? ''), writing: null });
}

interface Open {
  readonly store: Store;
  readonly key: VerifierKey;
  readonly writing: (LedgerParts & { readonly head: Head | null }) | null;
}

function makeLedger({ store, key, writing }: Open): Ledger {
  let head = writing?.head ?? null;
  let queue: Promise<unknown> = Promise.resolve();

  async function commit<T, Code extends string>(
    scope: Scope,
    decide: (tx: StoreTransaction) => Promise<Outcome<Decision<T>, Code>>,
  ): Promise<Outcome<{ readonly value: T; readonly events: readonly AnyEvent[] }, Code>> {
    if (writing === null) throw readOnly();
    if (head === null) throw damaged();
    let next = head;
    try {
      const value = await store.transaction().execute(async (tx) => {
        await lockForAppend(tx);
        const current = await followHead(tx, next, key);
        const decided = await decide(tx);
        if (!decided.ok) throw new Refused(decided);
        const appended = await appendEvents(tx, decided.value.events, { ...writing, frontier: current.frontier, actor: scope.person });
        await applyProjections(tx, writing.projections, appended.added);
        await decided.value.derived?.(tx);
        if (appended.added.length > 0) await insertCheckpoint(tx, signed(appended, key, writing.signer));
        next = appended.added.length > 0 ? appended : current;
        return { value: decided.value.value, events: appended.events };
      });
      head = next;
      return { ok: true, value };
    } catch (thrown) {
      // Only this function makes one, from the refusal of this very decision.
      if (thrown instanceof Refused) return thrown.refusal as Refusal<Code>;
      throw thrown;
    }
  }

  return {
    store,
    verifierKey: formatVerifierKey(key),
    commit(scope, decide) {
      const turn = queue.then(() => commit(scope, decide));
      queue = turn.catch(() => undefined);
      return turn;
    },
    async read(scope: Scope, query: EventQuery) {
      if (!Number.isInteger(query.limit) || query.limit < 1 || query.limit > MAX_READ) throw new RangeError('limit is 1 to 1000');
      return (await selectEvents(store, scope, query)).map(recordedEvent);
    },
    async size() {
      return (await newestCheckpoint(store)).size;
    },
    async checkpoint(): Promise<Checkpoint> {
      const { size, root, note } = await newestCheckpoint(store);
      return { origin: key.name, size, root: toHex(root), note };
    },
  };
}

/** Carries a refusal out of a transaction so that it is rolled back. */
class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super('refused');
    this.refusal = refusal;
  }
}

/** The head as the database has it: usually the one in hand, another after another process wrote. */
async function followHead(tx: StoreTransaction, inHand: Head, key: VerifierKey): Promise<Head> {
  const checkpoint = await newestCheckpoint(tx);
  if (checkpoint.size === inHand.frontier.size && sameBytes(checkpoint.root, inHand.root)) return inHand;
  const head = await loadHead(tx, key);
  if (head === null) throw damaged();
  return head;
}

/** The head, or null when events, tree and signed checkpoint do not agree. Reads O(log n) rows. */
async function loadHead(store: Store, key: VerifierKey): Promise<Head | null> {
  const checkpoint = await lastCheckpoint(store);
  if (checkpoint?.size !== (await endOfEvents(store))) return null;
  const places = peaksOf(0, checkpoint.size);
  const nodes = await readNodes(store, places);
  if (nodes.length !== places.length) return null;
  const frontier = { size: checkpoint.size, peaks: nodes.map((node) => node.hash) };
  const root = frontierRoot(sha256, frontier);
  const opened = openNote(checkpoint.note, key, ed25519Verifier(key.publicKey));
  const text = formatCheckpoint({ origin: key.name, size: checkpoint.size, root, extensions: [] });
  return sameBytes(root, checkpoint.root) && opened.ok && opened.value === text ? { frontier, root } : null;
}

function signed({ frontier, root }: Head, key: VerifierKey, signer: LedgerSigner): CheckpointRow {
  const text = formatCheckpoint({ origin: key.name, size: frontier.size, root, extensions: [] });
  return { size: frontier.size, root, note: signNote(text, key, (message) => signer.sign(message)) };
}

async function newestCheckpoint(store: Store): Promise<CheckpointRow> {
  const checkpoint = await lastCheckpoint(store);
  if (checkpoint === null) throw damaged();
  return checkpoint;
}

async function checkedMeta(store: Store): Promise<ReadonlyMap<string, string>> {
  const meta = await readMeta(store).catch((error: unknown) => {
    // Faults are the engine's own troubles; anything else means that the table is not there.
    throw error instanceof InquestFault ? error : notALedger(error);
  });
  const format = Number(meta.get('format'));
  if (!Number.isInteger(format) || format < 1) throw notALedger(undefined);
  if (format > LEDGER_FORMAT) {
    throw new InquestFault('INQ-NEWER-VERSION', {
      what: 'The ledger was written by a newer version of Inquest.',
      why: `Its format is ${String(format)}; this version reads up to ${String(LEDGER_FORMAT)}.`,
      do: 'Open it with the newer version.',
    });
  }
  return meta;
}

function notALedger(cause: unknown): InquestFault {
  return new InquestFault('INQ-NOT-AN-INQUIRY', {
    what: 'The database holds no ledger.',
    why: 'Its tables or their format version are missing.',
    do: 'Open a folder made by `inquest init`.',
    cause,
  });
}

function keyOf(verifierKey: string): VerifierKey {
  const parsed = parseVerifierKey(sha256, verifierKey);
  if (!parsed.ok) throw damaged();
  return parsed.value;
}

function damaged(): InquestFault {
  return new InquestFault('INQ-LEDGER-DAMAGED', {
    what: 'The ledger is damaged: nothing can be written.',
    why: 'Its events, its tree and its last signed checkpoint do not agree. Reading goes on.',
    do: 'Run `inquest verify` to see what differs, and restore from a copy.',
  });
}

function readOnly(): InquestFault {
  return new InquestFault('INQ-NO-PERMISSION', {
    what: 'The inquiry is open for reading.',
    why: 'This command changes nothing.',
    do: 'Open it for writing.',
  });
}
