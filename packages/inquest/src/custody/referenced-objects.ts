import type { ItemId, Sha256 } from '../kernel/index.ts';
import type { AnyEvent } from '../ledger/index.ts';

/** An object that an event says is held. */
export interface ObjectReference {
  readonly item: ItemId;
  readonly name: Sha256;
  /** Bytes the event says it has, or null where it says nothing. */
  readonly bytes: number | null;
}

/** The objects an event puts in the inquiry's keeping. Those of other events are none, or were named before. */
export function referencedObjects(event: AnyEvent): readonly ObjectReference[] {
  if (event.type === 'item.received') {
    const { item, sha256, bytes } = event.payload;
    return [{ item, name: sha256, bytes }];
  }
  if (event.type === 'rendition.made') {
    const { item, rendition, text } = event.payload;
    return [rendition, text].map((name) => ({ item, name, bytes: null }));
  }
  return [];
}
