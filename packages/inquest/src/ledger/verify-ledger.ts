import { type Ed25519Verify, parseVerifierKey, sameBytes, toHex, type VerifierKey } from '../../../evidence-format/src/index.ts';
import { InquestFault, type Store, sha256 } from '../kernel/index.ts';
import type { AnyEvent } from './event.ts';
import type { Checkpoint } from './ledger.ts';
import { eventsAt, type LedgerProblem, MAX_PROBLEMS, makeProblemList, type ProblemList } from './ledger-problem.ts';
import { endOfEvents, lastCheckpoint, type PayloadRow, type StoredEvent } from './ledger-store.ts';
import { eventOf, openEvent } from './recorded-event.ts';
import { ed25519Verifier } from './signer.ts';
import { checkCheckpointNote, TreeWalk } from './tree-walk.ts';
import {
  checkpointsBetween,
  duplicatedEvents,
  type EventOutline,
  eventsBeforeStart,
  outlinePage,
  payloadsBetween,
  payloadsWithoutEvent,
  touchesBetween,
} from './verify-store.ts';

/** Events looked at together. */
const PAGE = 500;
/** Bytes of payloads held at once, unless a single one is longer. */
const PAYLOAD_PORTION = 8 * 1024 * 1024;

export interface LedgerVerification {
  /** Events covered by the last signed checkpoint. */
  readonly events: number;
  readonly checkpoint: Checkpoint | null;
  /** Empty when everything holds. At most `MAX_PROBLEMS` and one line that says there are more. */
  readonly problems: readonly LedgerProblem[];
}

export interface VerifyProgress {
  readonly events: number;
  readonly of: number;
}

export interface VerifyOptions {
  readonly onProgress?: (progress: VerifyProgress) => void;
  /** Gets every event that is sound by itself, in order, a page at a time: one pass serves all who check. */
  readonly onEvents?: (events: readonly AnyEvent[]) => Promise<void>;
}

interface Verifier {
  readonly store: Store;
  readonly key: VerifierKey;
  readonly verify: Ed25519Verify;
  readonly problems: ProblemList;
  readonly walk: TreeWalk;
}

/**
 * Reads the whole ledger and compares everything with everything: rows with signed bytes, payloads
 * with commitments, leaves with the stored tree, the tree with every signed checkpoint, and those
 * with the key, which the caller brings from outside the database. Places are named as closely as
 * the evidence allows. Memory does not grow with the ledger. Events appended while it runs are
 * left to the next run. Throws INQ-USAGE on a key that is not in vkey form.
 */
export async function verifyLedger(store: Store, verifierKey: string, options: VerifyOptions = {}): Promise<LedgerVerification> {
  const key = parsedKey(verifierKey);
  const problems = makeProblemList();
  // In this order: whatever is committed in between is then within the checkpoint.
  const end = await endOfEvents(store);
  const last = await lastCheckpoint(store);
  if (last === null) problems.add('checkpoint-missing', 'the whole ledger');
  const size = last?.size ?? end;
  if (end > size) problems.add('event-extra', eventsAt(size, end - 1));
  const verifier: Verifier = { store, key, verify: ed25519Verifier(key.publicKey), problems, walk: new TreeWalk(store, problems) };
  for (const row of await checkpointsBetween(store, 0, 0)) checkCheckpoint(verifier, row);
  let from = 0;
  while (from < size) {
    const outlines = await outlinePage(store, { from, end: size, limit: PAGE });
    const lastInPage = outlines.length < PAGE ? size - 1 : (outlines.at(-1)?.idx ?? size - 1);
    const sound = await verifyPage(verifier, outlines, { first: from, last: lastInPage });
    await options.onEvents?.(sound);
    from = lastInPage + 1;
    options.onProgress?.({ events: from, of: size });
  }
  for (const index of await eventsBeforeStart(store, MAX_PROBLEMS)) problems.add('event-extra', eventsAt(index, index));
  for (const { first, last: second } of await duplicatedEvents(store, MAX_PROBLEMS)) {
    problems.add('event-duplicated', `events ${String(first)} and ${String(second)}`);
  }
  for (const index of await payloadsWithoutEvent(store, MAX_PROBLEMS)) problems.add('payload-extra', eventsAt(index, index));
  const checkpoint = last === null ? null : { origin: key.name, size: last.size, root: toHex(last.root), note: last.note };
  return { events: size, checkpoint, problems: problems.found };
}

/** Events of one page and everything that stands beside them; a place without a row is missing. Returns the sound ones. */
async function verifyPage(
  verifier: Verifier,
  outlines: readonly EventOutline[],
  page: { readonly first: number; readonly last: number },
): Promise<readonly AnyEvent[]> {
  const { store, problems, walk } = verifier;
  const sound: AnyEvent[] = [];
  const touches = await touchesBetween(store, page.first, page.last);
  const checkpoints = (await checkpointsBetween(store, page.first + 1, page.last + 1))[Symbol.iterator]();
  let checkpoint = checkpoints.next();
  await walk.load(page);
  let expected = page.first;
  const missing = (until: number): void => {
    if (until <= expected) return;
    problems.add('event-missing', eventsAt(expected, until - 1));
    walk.skip(until - expected);
    expected = until;
  };
  const checkpointsUpTo = (size: number): void => {
    while (checkpoint.done !== true && checkpoint.value.size <= size) {
      checkCheckpoint(verifier, checkpoint.value);
      checkpoint = checkpoints.next();
    }
  };
  for await (const event of withPayloads(store, outlines)) {
    missing(event.idx);
    checkpointsUpTo(expected);
    const checked = checkEvent(verifier, event, touches.get(event.idx) ?? new Set());
    if (checked !== null) sound.push(checked);
    walk.add(event.leaf);
    expected++;
    checkpointsUpTo(expected);
  }
  missing(page.last + 1);
  checkpointsUpTo(page.last + 1);
  return sound;
}

function checkEvent({ problems, walk }: Verifier, event: StoredEvent, touches: ReadonlySet<string>): AnyEvent | null {
  const where = eventsAt(event.idx, event.idx);
  const opened = openEvent(event);
  for (const code of opened.problems) problems.add(code, where);
  if (opened.problems.some((code) => code === 'leaf-hash-differs' || code === 'envelope-malformed')) walk.explain(event.idx);
  if (opened.envelope === null) return null;
  const signed = new Set(opened.envelope.touches);
  if (signed.size !== touches.size || [...signed].some((id) => !touches.has(id))) problems.add('touches-differ', where);
  return opened.problems.length === 0 ? eventOf(event.idx, opened.envelope, opened.payload) : null;
}

function checkCheckpoint(
  { key, verify, problems, walk }: Verifier,
  row: { readonly size: number; readonly root: Uint8Array; readonly note: string },
): void {
  const where = `checkpoint ${String(row.size)}`;
  const read = checkCheckpointNote(row.note, key, verify);
  if (!read.ok) {
    problems.add(read.code, where);
    return;
  }
  if (read.body.size !== row.size || !sameBytes(read.body.root, row.root)) problems.add('checkpoint-differs', where);
  walk.compareRoot(read.body);
}

async function* withPayloads(store: Store, outlines: readonly EventOutline[]): AsyncGenerator<StoredEvent> {
  let at = 0;
  while (at < outlines.length) {
    const portion: EventOutline[] = [];
    let bytes = 0;
    for (let outline = outlines[at]; outline !== undefined; outline = outlines[at]) {
      bytes += outline.payload_bytes ?? 0;
      if (portion.length > 0 && bytes > PAYLOAD_PORTION) break;
      portion.push(outline);
      at++;
    }
    const payloads = await payloadsOf(store, portion);
    for (const outline of portion) {
      const payload = payloads.get(outline.idx);
      yield { ...outline, salt: payload?.salt ?? null, payload: payload?.payload ?? null };
    }
  }
}

async function payloadsOf(store: Store, portion: readonly EventOutline[]): Promise<ReadonlyMap<number, PayloadRow>> {
  const first = portion[0];
  const last = portion.at(-1);
  if (first === undefined || last === undefined) return new Map();
  return new Map((await payloadsBetween(store, first.idx, last.idx)).map((row) => [row.idx, row]));
}

function parsedKey(verifierKey: string): VerifierKey {
  const parsed = parseVerifierKey(sha256, verifierKey);
  if (parsed.ok) return parsed.value;
  throw new InquestFault('INQ-USAGE', {
    what: 'This is not a verifier key.',
    why: 'It is not in the form name+id+key, or its id does not follow from it.',
    do: 'Give the key that `inquest init` printed.',
  });
}
