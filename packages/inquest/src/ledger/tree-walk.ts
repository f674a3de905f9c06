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
  type VerifierKey,
} from '../../../evidence-format/src/index.ts';
import { type Store, sha256 } from '../kernel/index.ts';
import { eventsAt, type LedgerProblemCode, type ProblemList } from './ledger-problem.ts';
import { nodesBetween } from './verify-store.ts';

/**
 * Rebuilds the tree from leaf bytes, event by event, and holds it against what is stored and what
 * was signed. Names the smallest stretch of events in which a difference can lie: first by the
 * lowest stored node that disagrees, then by the first checkpoint that does.
 */
export interface TreeWalk {
  /** Reads the stored nodes that close within the events `first` to `last`, which come next. */
  load(page: { readonly first: number; readonly last: number }): Promise<void>;
  add(leaf: Uint8Array): void;
  /** Passes over events that are missing. Roots can no longer be compared; neighbouring pairs still can. */
  skip(count: number): void;
  /** The last problem of this event is known already and needs no second line. */
  explain(index: number): void;
  /** Compares the root over all events added so far with a signed one of that size. */
  compareRoot(checkpoint: CheckpointBody): void;
}

export function makeTreeWalk(store: Store, problems: ProblemList): TreeWalk {
  let frontier: Frontier = EMPTY_FRONTIER;
  let stored = new Map<number, ReadonlyMap<number, Uint8Array>>();
  let hasGap = false;
  let previous: Uint8Array | null = null;
  let soundSize = 0;
  let rootDiffers = false;
  let explained: number[] = [];
  /** First events of stored nodes found different on the way, lowest level first, and how many events each covers. */
  let different: { readonly first: number; readonly last: number }[] = [];

  const nodeProblem = (level: number, index: number, hash: Uint8Array): void => {
    const width = 2 ** level;
    const range = { first: index * width, last: index * width + width - 1 };
    const kept = stored.get(level)?.get(index);
    if (kept !== undefined && sameBytes(kept, hash)) return;
    const inRange = (at: number): boolean => at >= range.first && at <= range.last;
    const known = explained.some(inRange) || different.some((one) => inRange(one.first));
    different.push(range);
    if (!known) problems.add('tree-differs', eventsAt(range.first, range.last));
  };

  const pairProblem = (index: number, left: Uint8Array, right: Uint8Array): void => {
    const kept = stored.get(1)?.get(index);
    const isSwapped = kept !== undefined && !sameBytes(left, right) && sameBytes(kept, nodeHash(sha256, right, left));
    if (isSwapped) {
      problems.add('events-reordered', eventsAt(index * 2, index * 2 + 1));
      explained.push(index * 2);
    }
    nodeProblem(1, index, nodeHash(sha256, left, right));
  };

  return {
    async load({ first, last }) {
      stored = new Map();
      // A difference only hides those of larger nodes over it, which close later: keep the newest.
      explained = explained.slice(-KEPT);
      different = different.slice(-KEPT);
      for (let level = 1; 2 ** level <= last + 1; level++) {
        const width = 2 ** level;
        const range = { first: Math.floor((first + 1) / width) - 1, last: Math.floor((last + 1) / width) - 1 };
        stored.set(level, await nodesBetween(store, level, range));
      }
    },
    add(leaf) {
      const hash = leafHash(sha256, leaf);
      const index = frontier.size;
      if (index % 2 === 1 && previous !== null) pairProblem((index - 1) / 2, previous, hash);
      previous = hash;
      if (hasGap) {
        frontier = { size: index + 1, peaks: [] };
        return;
      }
      const extended = extendFrontier(sha256, frontier, [hash]);
      for (const node of extended.nodes) if (node.level > 1) nodeProblem(node.level, node.index, node.hash);
      frontier = extended.frontier;
    },
    skip(count) {
      hasGap = true;
      previous = null;
      frontier = { size: frontier.size + count, peaks: [] };
    },
    explain(index) {
      explained.push(index);
    },
    compareRoot(checkpoint) {
      if (hasGap || rootDiffers || checkpoint.size !== frontier.size) return;
      if (sameBytes(checkpoint.root, frontierRoot(sha256, frontier))) {
        soundSize = checkpoint.size;
        return;
      }
      rootDiffers = true;
      const where = checkpoint.size > soundSize ? `, ${eventsAt(soundSize, checkpoint.size - 1)}` : '';
      problems.add('root-differs', `checkpoint ${String(checkpoint.size)}${where}`);
    },
  };
}

/** Known differences remembered from page to page. */
const KEPT = 1000;

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
