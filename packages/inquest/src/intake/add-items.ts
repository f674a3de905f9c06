import type { Scope } from '../access/index.ts';
import type { ObjectStore } from '../custody/index.ts';
import { type CompartmentId, type ItemId, MAIN_COMPARTMENT } from '../kernel/index.ts';
import type { ItemOutcome, ItemReason, ProposalKind } from '../model/index.ts';
import { getItems, type Item, itemsPending } from './item-store.ts';
import { type ItemSource, type Preserved, preserve } from './offered.ts';
import { type IntakeParts, type ReadResult, readItems } from './read-items.ts';
import { type Received, receiveItems } from './receive-items.ts';

/** Offers put on the ledger in one transaction, at most. */
const MAX_GROUP = 64;
/** A group is closed early when its objects have more bytes than this together. */
const GROUP_BYTES = 16 * 1024 * 1024;
/** Objects written at the same time: each waits for the disk. */
const WRITTEN_AT_ONCE = 6;

/** What became of one offer, once everything about it is durable. */
export interface AddResult {
  readonly path: string;
  readonly outcome: Exclude<ItemOutcome, 'pending'>;
  readonly reason: ItemReason | null;
  readonly words: string | null;
  /** The item that holds the bytes; null when nothing was taken in. */
  readonly item: Item | null;
  /** The item that held the same bytes before. */
  readonly duplicateOf: ItemId | null;
  readonly proposals: Readonly<Partial<Record<ProposalKind, number>>>;
}

/** Stages every offer passes, in order. */
export type AddStage = 'received' | 'preserved' | 'read' | 'proposals';

export interface AddProgress {
  readonly stage: AddStage;
  /** How many offers have passed this stage so far. */
  readonly done: number;
  /** How many there are in all, when the caller knows. */
  readonly total: number | null;
  readonly path: string;
}

export interface AddOptions {
  /** Once aborted, no further offer is begun; what is received and not read stays pending. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: AddProgress) => void) | undefined;
  readonly total?: number | undefined;
  /** Where new items belong; the main compartment when omitted. */
  readonly compartment?: CompartmentId | undefined;
}

export interface AddOrder extends AddOptions {
  readonly sources: AsyncIterable<ItemSource> | Iterable<ItemSource>;
}

/**
 * Brings material in and yields one result per offer, in order. Of every item: its bytes are a
 * durable object, then its receipt is on the ledger, then its text is read and that, too, is
 * durable. Offering the same again changes nothing and finishes what an interruption left.
 * Faults (disk full, damaged ledger) end it after what was begun is safe.
 */
export async function* addItems(parts: IntakeParts, scope: Scope, order: AddOrder): AsyncGenerator<AddResult, void> {
  const tell = teller(order);
  for await (const offers of groupsOf(parts.objects, order, tell)) {
    const received = await receiveItems(parts.ledger, scope, { compartment: order.compartment ?? MAIN_COMPARTMENT, offers });
    for (const { path } of received) tell('preserved', path);
    const ids = new Set(received.flatMap((entry) => (entry.kind === 'refused' ? [] : [entry.item])));
    const items = await getItems(parts.ledger.store, scope, [...ids]);
    const read = await readItems(parts, scope, {
      items: items.filter((item) => item.outcome === 'pending'),
      signal: order.signal,
      onRead: (item) => {
        tell('read', item.path);
      },
    });
    yield* resultsOf({ received, items, read }, tell);
  }
}

/** Reads what is received and not read, as an interruption leaves it. Yields one result per item. */
export async function* resumePending(parts: IntakeParts, scope: Scope, options: AddOptions = {}): AsyncGenerator<AddResult, void> {
  const tell = teller(options);
  for (let after = 0; options.signal?.aborted !== true; ) {
    const items = await itemsPending(parts.ledger.store, scope, { after, limit: MAX_GROUP });
    const last = items.at(-1);
    if (last === undefined) return;
    const read = await readItems(parts, scope, {
      items,
      signal: options.signal,
      onRead: (item) => {
        tell('read', item.path);
      },
    });
    for (const result of read) {
      tell('proposals', result.item.path);
      yield ofReading(result, result.item.path);
    }
    after = last.number;
  }
}

type Tell = (stage: AddStage, path: string) => void;

function teller({ onProgress, total }: AddOptions): Tell {
  const passed = { received: 0, preserved: 0, read: 0, proposals: 0 };
  return (stage, path) => {
    passed[stage] += 1;
    onProgress?.({ stage, done: passed[stage], total: total ?? null, path });
  };
}

/** Preserves offers a few at a time and gives them out in order, in groups. Those before a fault are given out first. */
async function* groupsOf(objects: ObjectStore, order: AddOrder, tell: Tell): AsyncGenerator<readonly Preserved[], void> {
  const running: Promise<Preserved | { readonly fault: unknown }>[] = [];
  const failed: { readonly fault: unknown }[] = [];
  let group: Preserved[] = [];
  let bytes = 0;
  const settle = async (): Promise<void> => {
    const settled = await running.shift();
    if (settled === undefined) return;
    if ('fault' in settled) failed.push(settled);
    else if (failed.length === 0) {
      group.push(settled);
      bytes += settled.kind === 'object' ? settled.object.bytes : 0;
    }
  };
  for await (const source of order.sources) {
    if (order.signal?.aborted === true || failed.length > 0) break;
    tell('received', source.path);
    running.push(preserve(objects, source).catch((error: unknown) => ({ fault: error })));
    if (running.length >= WRITTEN_AT_ONCE) await settle();
    if (group.length < MAX_GROUP && bytes < GROUP_BYTES) continue;
    yield group;
    group = [];
    bytes = 0;
  }
  while (running.length > 0) await settle();
  if (group.length > 0) yield group;
  for (const { fault } of failed) throw fault;
}

interface Settled {
  readonly received: readonly Received[];
  readonly items: readonly Item[];
  readonly read: readonly ReadResult[];
}

function* resultsOf({ received, items, read }: Settled, tell: Tell): Generator<AddResult> {
  const byId = new Map(items.map((item) => [item.id, item]));
  const readings = new Map(read.map((result) => [result.item.id, result]));
  const told = new Set<ItemId>();
  for (const entry of received) {
    if (entry.kind === 'refused') {
      const { path, reason, words } = entry;
      tell('read', path);
      tell('proposals', path);
      yield { path, outcome: 'refused', reason, words, item: null, duplicateOf: null, proposals: {} };
      continue;
    }
    const result = readings.get(entry.item);
    const item = result?.item ?? byId.get(entry.item) ?? null;
    if (result !== undefined && !told.has(entry.item)) {
      told.add(entry.item);
      tell('proposals', entry.path);
      yield ofReading(result, entry.path);
    } else if (entry.kind === 'duplicate') {
      tell('read', entry.path);
      tell('proposals', entry.path);
      yield { path: entry.path, outcome: 'duplicate', reason: null, words: null, item, duplicateOf: entry.item, proposals: {} };
    }
  }
}

function ofReading({ item, proposals }: ReadResult, path: string): AddResult {
  // Its reading is durable, so it is no longer pending.
  const outcome = item.outcome as Exclude<Item['outcome'], 'pending'>;
  return { path, outcome, reason: item.reason, words: item.words, item, duplicateOf: null, proposals };
}
