import type { Scope } from '../access/index.ts';
import type { ObjectStore } from '../custody/index.ts';
import type { Effects, Store } from '../kernel/index.ts';
import type { Ledger } from '../ledger/index.ts';

/** An open inquiry, as the command line and the server hold it. Made in app.ts only. */
export interface Inquiry {
  readonly id: string;
  readonly title: string;
  /** Made by `inquest sample`: everything in it is invented, and the page says so. */
  readonly sample: boolean;
  readonly version: string;
  readonly store: Store;
  readonly ledger: Ledger;
  readonly objects: ObjectStore;
  readonly effects: Effects;
  /** Who asks. Every reader below takes it from here. */
  readonly scope: Scope;
}
