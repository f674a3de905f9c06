import type { Scope } from '../access/index.ts';
import { type CompartmentId, done, type ItemId, type Outcome, type Sha256, type StoreTransaction } from '../kernel/index.ts';
import type { AnyNewEvent, Decision, Ledger } from '../ledger/index.ts';
import type { ItemReason } from '../model/index.ts';
import { cameUnder, findBySha256, nextItemNumber, wasRefused } from './item-store.ts';
import type { Preserved } from './offered.ts';

/** What one offer came to, once that is on the ledger. */
export type Received =
  | { readonly kind: 'new'; readonly path: string; readonly item: ItemId }
  /** The same bytes are an item already; the path may be new. */
  | { readonly kind: 'duplicate'; readonly path: string; readonly item: ItemId }
  | { readonly kind: 'refused'; readonly path: string; readonly reason: ItemReason; readonly words: string };

/** A group of offers and where they belong. */
export interface Receipt {
  readonly compartment: CompartmentId;
  readonly offers: readonly Preserved[];
}

/**
 * Puts a group of offers on the ledger in one transaction; when it resolves, they survive
 * `kill -9`. The same bytes under the same path append nothing, under another path a second
 * acquisition of the same item; a path refused again for the same reason appends nothing.
 */
export async function receiveItems(ledger: Ledger, scope: Scope, receipt: Receipt): Promise<readonly Received[]> {
  const committed = await ledger.commit(scope, (tx) => decideReceipts(tx, scope, receipt));
  // The decision refuses nothing as a whole: a refusal of one offer is an event.
  return committed.ok ? committed.value.value : [];
}

async function decideReceipts(
  tx: StoreTransaction,
  scope: Scope,
  { compartment, offers }: Receipt,
): Promise<Outcome<Decision<readonly Received[]>, never>> {
  const group: Group = { tx, scope, compartment, events: [], items: new Map(), paths: new Set(), next: await nextItemNumber(tx) };
  const received: Received[] = [];
  for (const offer of offers) received.push(offer.kind === 'refused' ? await refuseOffer(group, offer) : await receiveOffer(group, offer));
  return done({ events: group.events, value: received });
}

interface Group {
  readonly tx: StoreTransaction;
  readonly scope: Scope;
  readonly compartment: CompartmentId;
  readonly events: AnyNewEvent[];
  /** Of this group, by digest: rows appear only after the decision. */
  readonly items: Map<Sha256, ItemId>;
  readonly paths: Set<string>;
  next: number;
}

async function receiveOffer(group: Group, offer: Extract<Preserved, { kind: 'object' }>): Promise<Received> {
  const { path, object, mediaType, modifiedAt } = offer;
  const { sha256, sha512, bytes } = object;
  const { compartment } = group;
  const known = await knownItem(group, sha256);
  const key = (item: ItemId): string => `${item} ${path}`;
  if (known === null) {
    // The form of an item id: S- and a positive number.
    const item = `S-${String(group.next)}` as ItemId;
    group.next += 1;
    group.items.set(sha256, item);
    group.paths.add(key(item));
    const payload = { item, sha256, sha512, bytes, path, mediaType, modifiedAt, parent: null };
    group.events.push({ type: 'item.received', payload, touches: [item], compartment });
    return { kind: 'new', path, item };
  }
  if (!group.paths.has(key(known)) && !(await cameUnder(group.tx, known, path))) {
    group.paths.add(key(known));
    group.events.push({ type: 'item.received-again', payload: { item: known, path, sha256 }, touches: [known], compartment });
  }
  return { kind: 'duplicate', path, item: known };
}

async function knownItem(group: Group, sha256: Sha256): Promise<ItemId | null> {
  const inGroup = group.items.get(sha256);
  if (inGroup !== undefined) return inGroup;
  const held = await findBySha256(group.tx, group.scope, sha256);
  return held.find((item) => item.compartment === group.compartment)?.id ?? null;
}

async function refuseOffer(group: Group, offer: Extract<Preserved, { kind: 'refused' }>): Promise<Received> {
  const { path, reason, words } = offer;
  const key = `refused ${reason} ${path}`;
  if (!group.paths.has(key) && !(await wasRefused(group.tx, group.scope, offer))) {
    group.paths.add(key);
    group.events.push({ type: 'intake.refused', payload: { path, reason, words }, touches: [], compartment: group.compartment });
  }
  return { kind: 'refused', path, reason, words };
}
