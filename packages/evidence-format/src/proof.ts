import { HASH_BYTES, type Sha256Function, sameBytes } from './bytes.ts';
import { type NodePlace, nodeHash, peaksOf, rootOfPeaks } from './merkle.ts';
import { type Checked, problem, sound } from './problem.ts';

/** A run of leaves whose Merkle tree hash is one element of a proof. */
interface Run {
  readonly start: number;
  readonly end: number;
}

/** Gives the hash of a complete subtree; level 0 is the leaf hashes. */
export type NodeLookup = (place: NodePlace) => Uint8Array;

/** Places of all hashes that `makeInclusionProof` will look up, so that a store can fetch them at once. */
export function inclusionPlaces(index: number, size: number): readonly NodePlace[] {
  return inclusionRuns(index, size).flatMap((run) => peaksOf(run.start, run.end));
}

/** Places of all hashes that `makeConsistencyProof` will look up. */
export function consistencyPlaces(earlier: number, later: number): readonly NodePlace[] {
  return consistencyRuns(earlier, later).flatMap((run) => peaksOf(run.start, run.end));
}

/**
 * RFC 6962 §2.1.1: that the leaf at `index` is in the tree of `size` leaves.
 * Throws RangeError when `index` is not below `size`.
 */
export function makeInclusionProof(
  sha256: Sha256Function,
  place: { readonly index: number; readonly size: number },
  nodeAt: NodeLookup,
): readonly Uint8Array[] {
  if (!isCount(place.index) || !isCount(place.size) || place.index >= place.size) throw new RangeError('index outside the tree');
  return inclusionRuns(place.index, place.size).map((run) => runHash(sha256, run, nodeAt));
}

/**
 * RFC 6962 §2.1.2: that the tree of `earlier` leaves is how the tree of `later` leaves began.
 * Throws RangeError unless 0 < earlier ≤ later.
 */
export function makeConsistencyProof(
  sha256: Sha256Function,
  sizes: { readonly earlier: number; readonly later: number },
  nodeAt: NodeLookup,
): readonly Uint8Array[] {
  if (!areOrdered(sizes.earlier, sizes.later)) throw new RangeError('sizes out of order');
  return consistencyRuns(sizes.earlier, sizes.later).map((run) => runHash(sha256, run, nodeAt));
}

/** Checks an inclusion proof (RFC 9162 §2.1.3.2). Sizes up to 2^53 - 1. */
export function checkInclusion(
  sha256: Sha256Function,
  claim: {
    readonly index: number;
    readonly size: number;
    readonly leafHash: Uint8Array;
    readonly root: Uint8Array;
    readonly proof: readonly Uint8Array[];
  },
): Checked<null> {
  if (!isCount(claim.index) || !isCount(claim.size) || claim.index >= claim.size) return problem('index-outside-tree');
  if (!areHashes(claim.leafHash, claim.root, ...claim.proof)) return problem('hash-length-differs');
  const runs = inclusionRuns(claim.index, claim.size);
  if (runs.length !== claim.proof.length) return problem('proof-length-differs');
  let hash = claim.leafHash;
  for (const [at, run] of runs.entries()) {
    const sibling = claim.proof[at] ?? EMPTY;
    hash = run.start > claim.index ? nodeHash(sha256, hash, sibling) : nodeHash(sha256, sibling, hash);
  }
  return sameBytes(hash, claim.root) ? sound(null) : problem('root-differs');
}

/**
 * Checks a consistency proof (RFC 9162 §2.1.4.2). An earlier size of 0 proves nothing and is
 * refused: the caller must decide what an empty beginning means.
 */
export function checkConsistency(
  sha256: Sha256Function,
  claim: {
    readonly earlier: number;
    readonly later: number;
    readonly earlierRoot: Uint8Array;
    readonly laterRoot: Uint8Array;
    readonly proof: readonly Uint8Array[];
  },
): Checked<null> {
  if (!areOrdered(claim.earlier, claim.later)) return problem('sizes-out-of-order');
  if (!areHashes(claim.earlierRoot, claim.laterRoot, ...claim.proof)) return problem('hash-length-differs');
  const runs = consistencyRuns(claim.earlier, claim.later);
  if (runs.length !== claim.proof.length) return problem('proof-length-differs');
  const [first, ...rest] = seedFirst(claim, runs);
  if (first === undefined) return sameBytes(claim.earlierRoot, claim.laterRoot) ? sound(null) : problem('root-differs');
  let earlier = first.hash;
  let later = first.hash;
  for (const { run, hash } of rest) {
    if (run.end <= claim.earlier) {
      earlier = nodeHash(sha256, hash, earlier);
      later = nodeHash(sha256, hash, later);
    } else {
      later = nodeHash(sha256, later, hash);
    }
  }
  return sameBytes(earlier, claim.earlierRoot) && sameBytes(later, claim.laterRoot) ? sound(null) : problem('root-differs');
}

const EMPTY = new Uint8Array(0);

/** A proof from a complete earlier tree leaves out the hash it starts from: it is the earlier root. */
function seedFirst(
  claim: { readonly earlier: number; readonly later: number; readonly earlierRoot: Uint8Array; readonly proof: readonly Uint8Array[] },
  runs: readonly Run[],
): readonly { readonly run: Run; readonly hash: Uint8Array }[] {
  const given = runs.map((run, at) => ({ run, hash: claim.proof[at] ?? EMPTY }));
  if (claim.earlier === claim.later) return given;
  const complete = peaksOf(0, claim.earlier).length === 1;
  return complete ? [{ run: { start: 0, end: claim.earlier }, hash: claim.earlierRoot }, ...given] : given;
}

/** The siblings met on the way from the leaf to the root, lowest first (RFC 6962 §2.1.1, PATH). */
function inclusionRuns(index: number, size: number): readonly Run[] {
  const runs: Run[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + largestPowerBelow(end - start);
    if (index < middle) {
      runs.push({ start: middle, end });
      end = middle;
    } else {
      runs.push({ start, end: middle });
      start = middle;
    }
  }
  return runs.reverse();
}

/** RFC 6962 §2.1.2, SUBPROOF, lowest first. */
function consistencyRuns(earlier: number, later: number): readonly Run[] {
  const runs: Run[] = [];
  let start = 0;
  let end = later;
  while (end > earlier) {
    const middle = start + largestPowerBelow(end - start);
    if (earlier <= middle) {
      runs.push({ start: middle, end });
      end = middle;
    } else {
      runs.push({ start, end: middle });
      start = middle;
    }
  }
  if (start > 0) runs.push({ start, end: earlier });
  return runs.reverse();
}

function runHash(sha256: Sha256Function, run: Run, nodeAt: NodeLookup): Uint8Array {
  return rootOfPeaks(sha256, peaksOf(run.start, run.end).map(nodeAt));
}

/** The largest power of two smaller than a count of two or more. Arithmetic, not bits: counts pass 2^32. */
function largestPowerBelow(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function areHashes(...hashes: readonly Uint8Array[]): boolean {
  return hashes.every((hash) => hash.length === HASH_BYTES);
}

function areOrdered(earlier: number, later: number): boolean {
  return isCount(earlier) && isCount(later) && earlier > 0 && earlier <= later;
}
