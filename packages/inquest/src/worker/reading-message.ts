import type { Extraction } from '../intake/index.ts';
import type { ItemId, Sha256 } from '../kernel/index.ts';
import type { Proposal } from '../model/index.ts';

/** One item to read, and where its object lies on this machine. */
export interface ReadingRequest {
  readonly item: ItemId;
  /** As the item is called; its ending is a hint, and it names a document that has no better name. */
  readonly path: string;
  readonly file: string;
  readonly sha256: Sha256;
}

/** What a thread answers: the extraction as soon as it is there, then the proposals; or a fault. */
export type ReadingAnswer =
  | { readonly kind: 'extraction'; readonly extraction: Extraction }
  | { readonly kind: 'proposals'; readonly proposals: readonly Proposal[]; readonly version: string; readonly truncated: boolean }
  | { readonly kind: 'fault'; readonly fault: 'object-missing' | 'object-differs' | 'no-permission' };
