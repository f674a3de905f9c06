import { HASH_BYTES, type Sha256Function } from './bytes.ts';

/** A complete subtree: the `index`-th, counted from the left, of those with 2^level leaves. */
export interface NodePlace {
  readonly level: number;
  readonly index: number;
}

export interface TreeNode extends NodePlace {
  readonly hash: Uint8Array;
}

/**
 * What is needed to append to a tree and to know its root: the roots of its largest complete
 * subtrees, from left to right. Holds at most 53 hashes whatever the size.
 */
export interface Frontier {
  /** Number of leaves. */
  readonly size: number;
  readonly peaks: readonly Uint8Array[];
}

export const EMPTY_FRONTIER: Frontier = { size: 0, peaks: [] };

const LEAF_PREFIX = 0x00;
const NODE_PREFIX = 0x01;

/** RFC 6962 §2.1: SHA-256(0x00 ‖ entry). */
export function leafHash(sha256: Sha256Function, entry: Uint8Array): Uint8Array {
  const prefixed = new Uint8Array(entry.length + 1);
  prefixed[0] = LEAF_PREFIX;
  prefixed.set(entry, 1);
  return sha256(prefixed);
}

/** RFC 6962 §2.1: SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash(sha256: Sha256Function, left: Uint8Array, right: Uint8Array): Uint8Array {
  const prefixed = new Uint8Array(1 + HASH_BYTES + HASH_BYTES);
  prefixed[0] = NODE_PREFIX;
  prefixed.set(left, 1);
  prefixed.set(right, 1 + HASH_BYTES);
  return sha256(prefixed);
}

/**
 * Adds leaves at the right end. `nodes` are the complete subtrees of two leaves and more that
 * the leaves closed, in the order they closed: those are all a log has to store.
 */
export function extendFrontier(
  sha256: Sha256Function,
  frontier: Frontier,
  leafHashes: readonly Uint8Array[],
): { readonly frontier: Frontier; readonly nodes: readonly TreeNode[] } {
  const peaks = frontier.peaks.slice();
  const nodes: TreeNode[] = [];
  let size = frontier.size;
  for (const leaf of leafHashes) {
    let hash = leaf;
    let index = size;
    for (let level = 1; index % 2 === 1; level++) {
      const left = peaks.pop();
      if (left === undefined) throw new RangeError('the frontier has fewer peaks than its size says');
      hash = nodeHash(sha256, left, hash);
      index = (index - 1) / 2;
      nodes.push({ level, index, hash });
    }
    peaks.push(hash);
    size++;
  }
  return { frontier: { size, peaks }, nodes };
}

/** The root over all leaves; of the empty tree, SHA-256 of nothing. */
export function frontierRoot(sha256: Sha256Function, frontier: Frontier): Uint8Array {
  return rootOfPeaks(sha256, frontier.peaks);
}

/** RFC 6962 §2.1 Merkle tree hash over entries' leaf hashes, in order. */
export function treeRoot(sha256: Sha256Function, leafHashes: readonly Uint8Array[]): Uint8Array {
  return frontierRoot(sha256, extendFrontier(sha256, EMPTY_FRONTIER, leafHashes).frontier);
}

/** Joins the roots of neighbouring complete subtrees, largest first, into the root over them all. */
export function rootOfPeaks(sha256: Sha256Function, peaks: readonly Uint8Array[]): Uint8Array {
  return peaks.length === 0 ? sha256(new Uint8Array(0)) : peaks.reduceRight((right, left) => nodeHash(sha256, left, right));
}

/**
 * The complete subtrees that exactly cover the leaves from `start` up to `end`, from left to
 * right. `start` must be a multiple of the smallest power of two that reaches `end - start`,
 * as every subtree in RFC 6962 proofs is; `peaksOf(0, size)` are the places of a frontier.
 */
export function peaksOf(start: number, end: number): readonly NodePlace[] {
  const places: NodePlace[] = [];
  let at = start;
  while (at < end) {
    let level = 0;
    let width = 1;
    while (at + width * 2 <= end) {
      width *= 2;
      level++;
    }
    places.push({ level, index: at / width });
    at += width;
  }
  return places;
}
