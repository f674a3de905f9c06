import type { Scope } from '../access/index.ts';
import { type ObjectStore, SEGMENTS_SECRET_BYTES, segmentCommitments } from '../custody/index.ts';
import { type CompartmentId, done, type Effects, type ItemId, type Sha256, type StoreTransaction } from '../kernel/index.ts';
import type { AnyNewEvent, Ledger } from '../ledger/index.ts';
import type { Proposal, ProposalKind } from '../model/index.ts';
import type { Extraction } from './extraction.ts';
import { getItems, type Item } from './item-store.ts';
import { renditionRecord, summaryOf } from './rendition.ts';

/** What reading one item's bytes gave. */
export interface ItemReading {
  readonly extraction: Extraction;
  readonly proposals: readonly Proposal[];
  /** Version of the rules that proposed. */
  readonly proposalsVersion: string;
}

/** Reads the object of an item; where that happens is the caller's choice. Faults stop intake. */
export type ReadItem = (item: Pick<Item, 'id' | 'sha256' | 'bytes' | 'path'>) => Promise<ItemReading>;

/** Writes the proposals of one item inside a running transaction, in place of those of an earlier reading. */
export type StoreProposals = (
  tx: StoreTransaction,
  reading: {
    readonly item: ItemId;
    readonly compartment: CompartmentId;
    readonly readerVersion: string;
    readonly proposals: readonly Proposal[];
  },
) => Promise<void>;

/** What intake needs of the inquiry and of the machine. */
export interface IntakeParts {
  readonly ledger: Ledger;
  readonly objects: ObjectStore;
  readonly effects: Effects;
  readonly read: ReadItem;
  readonly storeProposals: StoreProposals;
  /** How many items `read` takes at once; 1 or more. */
  readonly parallel: number;
}

/** An item whose text and proposals are durable. */
export interface ReadResult {
  readonly item: Item;
  readonly proposals: Readonly<Partial<Record<ProposalKind, number>>>;
}

export interface ReadOrder {
  /** A few hundred at most. */
  readonly items: readonly Item[];
  /** No further item is begun once it is aborted; those begun are finished. */
  readonly signal?: AbortSignal | undefined;
  readonly onRead?: ((item: Item) => void) | undefined;
}

interface Prepared {
  readonly item: Item;
  readonly event: AnyNewEvent;
  readonly reading: ItemReading;
}

/**
 * Reads a group of received items: texts and rendition records become
 * objects, then one transaction puts their events and proposals in the inquiry. In the order
 * given; items not begun because of the signal are left out and stay pending.
 */
export async function readItems(parts: IntakeParts, scope: Scope, order: ReadOrder): Promise<readonly ReadResult[]> {
  const { prepared, fault } = await prepareAll(parts, order);
  const results = await commitReadings(parts, scope, prepared);
  if (fault !== null) throw fault.error;
  return results;
}

/** While some items are read, the objects of others are on their way to the disk. */
const WRITING_BESIDE = 6;

/** Prepares items at the same time, as many as are read at once and some more. After a fault or an abort nothing new is begun and what is begun is kept. */
async function prepareAll(
  parts: IntakeParts,
  { items, signal, onRead }: ReadOrder,
): Promise<{ readonly prepared: readonly Prepared[]; readonly fault: { readonly error: unknown } | null }> {
  const prepared = new Map<Item, Prepared>();
  const queue = items.values();
  let fault: { readonly error: unknown } | null = null;
  const work = async (): Promise<void> => {
    for (const item of queue) {
      if (fault !== null || signal?.aborted === true) return;
      try {
        prepared.set(item, await prepare(parts, item));
        onRead?.(item);
      } catch (error) {
        fault ??= { error };
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, parts.parallel) + WRITING_BESIDE }, work));
  return { prepared: items.flatMap((item) => prepared.get(item) ?? []), fault };
}

async function prepare(parts: IntakeParts, item: Item): Promise<Prepared> {
  const reading = await parts.read(item);
  const { extraction } = reading;
  const touches = [item.id];
  const { reader, readerVersion } = extraction;
  if (extraction.outcome === 'kept-not-readable') {
    const payload = {
      item: item.id,
      reason: extraction.reason ?? 'unsupported',
      words: extraction.words ?? '',
      reader,
      readerVersion,
    } as const;
    return { item, reading, event: { type: 'rendition.failed', payload, touches, compartment: item.compartment } };
  }
  const text = await put(parts, extraction.text);
  const record = renditionRecord(item.id, text, extraction);
  const secret = parts.effects.random.bytes(SEGMENTS_SECRET_BYTES);
  const payload = {
    item: item.id,
    rendition: await put(parts, JSON.stringify(record)),
    text,
    length: extraction.text.length,
    reader,
    readerVersion,
    outcome: extraction.outcome,
    reason: extraction.reason,
    segmentsRoot: segmentCommitments(extraction.text, extraction.segments, secret).root,
    segmentsSalt: Buffer.from(secret).toString('hex'),
    words: extraction.words,
    summary: summaryOf(record),
  };
  return { item, reading, event: { type: 'rendition.made', payload, touches, compartment: item.compartment } };
}

async function put(parts: IntakeParts, text: string): Promise<Sha256> {
  return (await parts.objects.put(new TextEncoder().encode(text))).sha256;
}

async function commitReadings(parts: IntakeParts, scope: Scope, prepared: readonly Prepared[]): Promise<readonly ReadResult[]> {
  if (prepared.length === 0) return [];
  await parts.ledger.commit(scope, () =>
    Promise.resolve(
      done({
        events: prepared.map(({ event }) => event),
        value: null,
        derived: async (tx: StoreTransaction) => {
          for (const { item, reading } of prepared) {
            const { proposals, proposalsVersion } = reading;
            await parts.storeProposals(tx, { item: item.id, compartment: item.compartment, readerVersion: proposalsVersion, proposals });
          }
        },
      }),
    ),
  );
  const items = new Map<ItemId, Item>();
  for (const item of await getItems(
    parts.ledger.store,
    scope,
    prepared.map((entry) => entry.item.id),
  ))
    items.set(item.id, item);
  return prepared.map(({ item, reading }) => ({ item: items.get(item.id) ?? item, proposals: countByKind(reading.proposals) }));
}

function countByKind(proposals: readonly Proposal[]): Readonly<Partial<Record<ProposalKind, number>>> {
  const counts: Partial<Record<ProposalKind, number>> = {};
  for (const { body } of proposals) counts[body.kind] = (counts[body.kind] ?? 0) + 1;
  return counts;
}
