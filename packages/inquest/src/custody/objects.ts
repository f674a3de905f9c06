import type { Sha256 } from '../kernel/index.ts';

/** What is known of bytes once they are an object. */
export interface StoredObject {
  readonly sha256: Sha256;
  /** 128 hex digits; a second digest for manifests, should the first ever weaken. */
  readonly sha512: string;
  readonly bytes: number;
  /** The same bytes were there before; nothing was written. */
  readonly existed: boolean;
}

/** How an object compares with its name when it is read back. */
export type ObjectState =
  | { readonly state: 'sound'; readonly bytes: number }
  | { readonly state: 'missing' }
  | { readonly state: 'differs'; readonly bytes: number }
  | { readonly state: 'unreadable'; readonly why: string };

/** Why a file was not taken in; the words of an item's reason. `damaged`: the disk cannot read it back. */
export type FileNotTaken = 'changed-while-reading' | 'not-found' | 'no-permission' | 'not-a-file' | 'damaged';

export type PutFile =
  | { readonly ok: true; readonly value: StoredObject & { readonly modifiedAt: Date } }
  | { readonly ok: false; readonly code: FileNotTaken };

/**
 * Bytes by their SHA-256, for ever. Nothing is renamed, changed or removed through this port.
 * `put` resolves only when the object survives `kill -9` and loss of power. Faults: INQ-DISK-FULL
 * (nothing of the object stays), INQ-NO-PERMISSION, INQ-NOT-DURABLE (fatal; do not try again),
 * INQ-OBJECT-DAMAGED (other bytes stand under the name).
 */
export interface ObjectStore {
  put(bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<StoredObject>;
  /**
   * Takes in a file of this machine, following symbolic links. What is wrong with that file is a
   * refusal; what is wrong with the store is a fault. A file that changes while it is read is
   * read once more, then refused. Devices, pipes and folders are not read.
   */
  putFile(path: string): Promise<PutFile>;
  has(name: Sha256): Promise<boolean>;
  /** The bytes as they are stored, not compared with the name. Fault INQ-NOT-FOUND before the first chunk. */
  get(name: Sha256): AsyncIterable<Uint8Array>;
  /**
   * The whole object, compared with its name. Faults: INQ-NOT-FOUND, INQ-LIMIT when it is longer
   * than `limit` bytes, INQ-OBJECT-DAMAGED when it is not what its name says.
   */
  read(name: Sha256, limit: number): Promise<Uint8Array>;
  /** Reads an object back and compares it with its name. */
  check(name: Sha256): Promise<ObjectState>;
  /** Names of all objects, in order. */
  list(): AsyncIterable<Sha256>;
  /** Where a person finds the object: a path or an address, for reports. */
  locate(name: Sha256): string;
}
