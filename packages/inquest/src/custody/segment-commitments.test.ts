import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { sameBytes, segmentLeaf, segmentsRoot, toHex } from '../../../evidence-format/src/index.ts';
import { sha256 } from '../kernel/index.ts';
import { segmentCommitments, segmentSalt } from './index.ts';

const TEXT = 'Karsa, 12 July. A guard said: سه نفر بودند.\n\nNobody else 🕯️ saw it.';
const SEGMENTS = [
  { start: 0, end: 15 },
  { start: 16, end: 43 },
  { start: 45, end: TEXT.length },
];
const SECRET = new Uint8Array(32).fill(9);

test('what a redacted copy shows can be checked against the root, and nothing can be put in', () => {
  const { root, leaves } = segmentCommitments(TEXT, SEGMENTS, SECRET);
  // The holder of the copy gets two segments with their salts and the bare leaf of the hidden one.
  const shown = (at: number, text: string): Uint8Array => segmentLeaf(sha256, segmentSalt(SECRET, at), text);
  const hidden = leaves[1] ?? assert.fail();
  const copy = [shown(0, 'Karsa, 12 July.'), hidden, shown(2, 'Nobody else 🕯️ saw it.')];
  assert.equal(toHex(segmentsRoot(sha256, copy)), root);
  const changed = [shown(0, 'Karsa, 13 July.'), hidden, copy[2] ?? assert.fail()];
  assert.notEqual(toHex(segmentsRoot(sha256, changed)), root);
  assert.notEqual(toHex(segmentsRoot(sha256, [copy[0] ?? assert.fail(), copy[2] ?? assert.fail()])), root);
});

test('salts follow from the secret and the place', () => {
  const expected = createHmac('sha256', SECRET)
    .update(Uint8Array.of(0, 0, 0, 0, 0, 0, 1, 2))
    .digest();
  assert.ok(sameBytes(segmentSalt(SECRET, 258), expected));
});

test('the same text under another secret has another root; a text without segments has the root of nothing', () => {
  const one = segmentCommitments(TEXT, SEGMENTS, SECRET).root;
  assert.notEqual(segmentCommitments(TEXT, SEGMENTS, new Uint8Array(32)).root, one);
  assert.equal(segmentCommitments('', [], SECRET).root, toHex(sha256(new Uint8Array(0))));
});

test('a segment that cuts a character in two is a mistake of the caller', () => {
  const at = TEXT.indexOf('🕯️');
  assert.throws(() => segmentCommitments(TEXT, [{ start: 0, end: at + 1 }], SECRET), /character/);
  assert.throws(() => segmentCommitments(TEXT, SEGMENTS, new Uint8Array(16)), /32 bytes/);
});
