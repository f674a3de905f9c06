import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  checkConsistency,
  checkInclusion,
  consistencyPlaces,
  EMPTY_FRONTIER,
  extendFrontier,
  frontierRoot,
  inclusionPlaces,
  leafHash,
  makeConsistencyProof,
  makeInclusionProof,
  type NodeLookup,
  type NodePlace,
  nodeHash,
  peaksOf,
  toHex,
  treeRoot,
  utf8,
} from './index.ts';
import { sha256 } from './platform-for-tests.ts';

/** A log as a store keeps it: leaves, and the nodes each append closed. */
function log(size: number): { readonly leaves: readonly Uint8Array[]; readonly nodeAt: NodeLookup } {
  const leaves = Array.from({ length: size }, (_, at) => leafHash(sha256, utf8(`entry ${String(at)}`)));
  const { nodes } = extendFrontier(sha256, EMPTY_FRONTIER, leaves);
  const stored = new Map(nodes.map((node) => [place(node), node.hash]));
  return { leaves, nodeAt: (at) => (at.level === 0 ? leaves[at.index] : stored.get(place(at))) ?? assert.fail(place(at)) };
}

const place = ({ level, index }: NodePlace): string => `${String(level)}/${String(index)}`;

/** RFC 6962 §2.1 as it is written there. */
function definition(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (only === undefined) return sha256(new Uint8Array(0));
  if (leaves.length === 1) return only;
  const half = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
  return nodeHash(sha256, definition(leaves.slice(0, half)), definition(leaves.slice(half)));
}

const MOST = 70;
const GROWN = log(MOST);
const rootAt = (size: number): Uint8Array => treeRoot(sha256, GROWN.leaves.slice(0, size));
const sizes = fc
  .tuple(fc.integer({ min: 1, max: MOST }), fc.integer({ min: 1, max: MOST }))
  .map(([a, b]) => ({ earlier: Math.min(a, b), later: Math.max(a, b) }));
const entries = fc.integer({ min: 1, max: MOST }).chain((size) => fc.record({ size: fc.constant(size), index: fc.nat(size - 1) }));

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  return bytes.map((byte, place) => (place === at % bytes.length ? byte ^ 1 : byte));
}

test('the frontier gives the root the definition gives, however the leaves came', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { maxLength: 12 }), (portions) => {
      let frontier = EMPTY_FRONTIER;
      for (const count of portions) {
        if (frontier.size + count > MOST) continue;
        frontier = extendFrontier(sha256, frontier, GROWN.leaves.slice(frontier.size, frontier.size + count)).frontier;
      }
      assert.equal(toHex(frontierRoot(sha256, frontier)), toHex(definition(GROWN.leaves.slice(0, frontier.size))));
      assert.equal(peaksOf(0, frontier.size).length, frontier.peaks.length);
    }),
  );
});

test('every entry of every size is proven, and a changed byte anywhere is not', () => {
  fc.assert(
    fc.property(entries, fc.nat(), fc.nat(), ({ size, index }, which, at) => {
      const proof = makeInclusionProof(sha256, { index, size }, GROWN.nodeAt);
      const leaf = GROWN.leaves[index] ?? assert.fail();
      const claim = { index, size, leafHash: leaf, root: rootAt(size), proof };
      assert.deepEqual(checkInclusion(sha256, claim), { ok: true, value: null });
      assert.equal(checkInclusion(sha256, { ...claim, leafHash: flipped(leaf, at) }).ok, false);
      assert.equal(checkInclusion(sha256, { ...claim, root: flipped(claim.root, at) }).ok, false);
      assert.equal(checkInclusion(sha256, { ...claim, proof: [...proof, leaf] }).ok, false);
      if (proof.length > 0) {
        const spoilt = proof.map((hash, place) => (place === which % proof.length ? flipped(hash, at) : hash));
        assert.equal(checkInclusion(sha256, { ...claim, proof: spoilt }).ok, false);
        assert.equal(checkInclusion(sha256, { ...claim, proof: proof.slice(1) }).ok, false);
      }
    }),
  );
});

test('a log that only grew is consistent with itself, and no other log is', () => {
  fc.assert(
    fc.property(sizes, fc.nat(), fc.nat(), ({ earlier, later }, which, at) => {
      const proof = makeConsistencyProof(sha256, { earlier, later }, GROWN.nodeAt);
      const claim = { earlier, later, earlierRoot: rootAt(earlier), laterRoot: rootAt(later), proof };
      assert.deepEqual(checkConsistency(sha256, claim), { ok: true, value: null });
      assert.equal(checkConsistency(sha256, { ...claim, earlierRoot: flipped(claim.earlierRoot, at) }).ok, false);
      assert.equal(checkConsistency(sha256, { ...claim, laterRoot: flipped(claim.laterRoot, at) }).ok, false);
      if (proof.length > 0) {
        const spoilt = proof.map((hash, place) => (place === which % proof.length ? flipped(hash, at) : hash));
        assert.equal(checkConsistency(sha256, { ...claim, proof: spoilt }).ok, false);
      }
    }),
  );
});

test('a proof asks the store for few nodes, and only for complete ones', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 53 - 1 }), fc.nat(), (size, seed) => {
      const index = seed % size;
      for (const at of [...inclusionPlaces(index, size), ...consistencyPlaces(index + 1, size)]) {
        assert.ok((at.index + 1) * 2 ** at.level <= size, 'the subtree is complete');
      }
      assert.ok(inclusionPlaces(index, size).length <= 2 * 53);
    }),
  );
});

test('places outside the tree are refused or thrown, never answered', () => {
  const root = rootAt(3);
  const outside = { index: 3, size: 3, leafHash: root, root, proof: [] };
  assert.deepEqual(checkInclusion(sha256, outside), { ok: false, problem: 'index-outside-tree' });
  assert.deepEqual(checkConsistency(sha256, { earlier: 0, later: 3, earlierRoot: root, laterRoot: root, proof: [] }), {
    ok: false,
    problem: 'sizes-out-of-order',
  });
  assert.throws(() => makeInclusionProof(sha256, { index: 3, size: 3 }, GROWN.nodeAt), RangeError);
  assert.throws(() => makeConsistencyProof(sha256, { earlier: 4, later: 3 }, GROWN.nodeAt), RangeError);
});
