import {
  consistencyPlaces,
  inclusionPlaces,
  makeConsistencyProof,
  makeInclusionProof,
  type NodeLookup,
  type NodePlace,
} from '../../../evidence-format/src/index.ts';
import { InquestFault, type Store, sha256 } from '../kernel/index.ts';
import { readNodes } from './ledger-store.ts';

/**
 * That the event at `index` is among the first `size` (RFC 6962 §2.1.1), from stored tree nodes:
 * O(log size) reads. Throws RangeError on a place outside the tree, INQ-LEDGER-DAMAGED when a node is gone.
 */
export async function proveInclusion(
  store: Store,
  place: { readonly index: number; readonly size: number },
): Promise<readonly Uint8Array[]> {
  return makeInclusionProof(sha256, place, await lookup(store, inclusionPlaces(place.index, place.size)));
}

/** That the ledger of `later` events began as the one of `earlier` (RFC 6962 §2.1.2). Throws as `proveInclusion`. */
export async function proveConsistency(
  store: Store,
  sizes: { readonly earlier: number; readonly later: number },
): Promise<readonly Uint8Array[]> {
  return makeConsistencyProof(sha256, sizes, await lookup(store, consistencyPlaces(sizes.earlier, sizes.later)));
}

async function lookup(store: Store, places: readonly NodePlace[]): Promise<NodeLookup> {
  const nodes = await readNodes(store, places);
  const byPlace = new Map(nodes.map((node) => [`${String(node.level)}/${String(node.index)}`, node.hash]));
  return ({ level, index }) => {
    const hash = byPlace.get(`${String(level)}/${String(index)}`);
    if (hash !== undefined) return hash;
    throw new InquestFault('INQ-LEDGER-DAMAGED', {
      what: 'A proof cannot be made.',
      why: 'The stored tree lacks a node.',
      do: 'Run `inquest verify` to see what is missing.',
    });
  };
}
