import {
  type CheckpointBody,
  type Ed25519Verify,
  EMPTY_FRONTIER,
  extendFrontier,
  type Frontier,
  frontierRoot,
  leafHash,
  nodeHash,
  openNote,
  parseCheckpoint,
  sameBytes,
  type TreeNode,
  type VerifierKey,
} from '../../../evidence-format/src/index.ts';
import { type Store, sha256 } from '../kernel/index.ts';
import { eventsAt, type LedgerProblemCode, type ProblemList } from './ledger-problem.ts';
import { nodesBetween } from './verify-store.ts';

/** Known differences remembered from page to page. */
const KEPT = 1000;

interface Range {
  readonly first: number;
  readonly last: number;
}

/**
 * Rebuilds the tree from leaf bytes, event by event, and holds it against what is stored and what
 * was signed. Names the smallest stretch of events in which a difference can lie: first by the
 * lowest stored node that disagrees, then by the first checkpoint that does.
 */
export class TreeWalk {
  readonly #store: Store;
  readonly #problems: ProblemList;
  #frontier: Frontier = EMPTY_FRONTIER;
  #stored = new Map<number, ReadonlyMap<number, Uint8Array>>();
  #previous: Uint8Array | null = null;
  #hasGap = false;
  #soundSize = 0;
  #rootDiffers = false;
  /** Events whose difference has its line already. */
  #explained: number[] = [];
  /** Stretches under stored nodes that disagree; a larger node over one says nothing new. */
  #different: Range[] = [];

  constructor(store: Store, problems: ProblemList) {
    this.#store = store;
    this.#problems = problems;
  }

  /** Reads the stored nodes that close within the events `first` to `last`, which come next. */
  async load({ first, last }: Range): Promise<void> {
    this.#stored = new Map();
    // What hides a difference closed shortly before: keep the newest.
    this.#explained = this.#explained.slice(-KEPT);
    this.#different = this.#different.slice(-KEPT);
    for (let level = 1; 2 ** level <= last + 1; level++) {
      const width = 2 ** level;
      const range = { first: Math.floor((first + 1) / width) - 1, last: Math.floor((last + 1) / width) - 1 };
      this.#stored.set(level, await nodesBetween(this.#store, level, range));
    }
  }

  add(leaf: Uint8Array): void {
    const hash = leafHash(sha256, leaf);
    const index = this.#frontier.size;
    if (index % 2 === 1 && this.#previous !== null) this.#comparePair((index - 1) / 2, this.#previous, hash);
    this.#previous = hash;
    if (this.#hasGap) {
      this.#frontier = { size: index + 1, peaks: [] };
      return;
    }
    const { frontier, nodes } = extendFrontier(sha256, this.#frontier, [hash]);
    for (const node of nodes) if (node.level > 1) this.#compareNode(node);
    this.#frontier = frontier;
  }

  /** Passes over events that are missing. Roots can no longer be compared; neighbouring pairs still can. */
  skip(count: number): void {
    this.#hasGap = true;
    this.#previous = null;
    this.#frontier = { size: this.#frontier.size + count, peaks: [] };
  }

  /** What is wrong with this event is known and needs no second line. */
  explain(index: number): void {
    this.#explained.push(index);
  }

  /** Compares the root over all events added so far with a signed one of that size; only the first difference has a line. */
  compareRoot(checkpoint: CheckpointBody): void {
    if (this.#hasGap || this.#rootDiffers || checkpoint.size !== this.#frontier.size) return;
    if (sameBytes(checkpoint.root, frontierRoot(sha256, this.#frontier))) {
      this.#soundSize = checkpoint.size;
      return;
    }
    this.#rootDiffers = true;
    const where = checkpoint.size > this.#soundSize ? `, ${eventsAt(this.#soundSize, checkpoint.size - 1)}` : '';
    this.#problems.add('root-differs', `checkpoint ${String(checkpoint.size)}${where}`);
  }

  #comparePair(index: number, left: Uint8Array, right: Uint8Array): void {
    const kept = this.#stored.get(1)?.get(index);
    const isSwapped = kept !== undefined && !sameBytes(left, right) && sameBytes(kept, nodeHash(sha256, right, left));
    if (isSwapped) {
      this.#problems.add('events-reordered', eventsAt(index * 2, index * 2 + 1));
      this.explain(index * 2);
    }
    this.#compareNode({ level: 1, index, hash: nodeHash(sha256, left, right) });
  }

  #compareNode({ level, index, hash }: TreeNode): void {
    const kept = this.#stored.get(level)?.get(index);
    if (kept !== undefined && sameBytes(kept, hash)) return;
    const width = 2 ** level;
    const first = index * width;
    const last = first + width - 1;
    const isWithin = (at: number): boolean => at >= first && at <= last;
    const isKnown = this.#explained.some(isWithin) || this.#different.some((range) => isWithin(range.first));
    this.#different.push({ first, last });
    if (!isKnown) this.#problems.add('tree-differs', eventsAt(first, last));
  }
}

/** Reads a stored note as a checkpoint of the ledger whose key this is. */
export function checkCheckpointNote(
  note: string,
  key: VerifierKey,
  verify: Ed25519Verify,
): { readonly ok: true; readonly body: CheckpointBody } | { readonly ok: false; readonly code: LedgerProblemCode } {
  const opened = openNote(note, key, verify);
  if (!opened.ok) {
    if (opened.problem === 'note-key-unknown') return { ok: false, code: 'checkpoint-key-unknown' };
    return { ok: false, code: opened.problem === 'note-signature-differs' ? 'checkpoint-signature-differs' : 'checkpoint-malformed' };
  }
  const body = parseCheckpoint(opened.value);
  return body.ok && body.value.origin === key.name ? { ok: true, body: body.value } : { ok: false, code: 'checkpoint-malformed' };
}
