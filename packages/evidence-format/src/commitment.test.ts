import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { saltedCommitment, segmentLeaf, segmentsRoot, toHex, utf8 } from './index.ts';
import { sha256 } from './platform-for-tests.ts';

const salt = new Uint8Array(16).fill(1);

test('a commitment is SHA-256 of salt and payload', () => {
  const expected = createHash('sha256').update(salt).update('payload').digest('hex');
  assert.equal(toHex(saltedCommitment(sha256, salt, utf8('payload'))), expected);
});

test('another salt or another payload is another commitment', () => {
  const one = toHex(saltedCommitment(sha256, salt, utf8('payload')));
  assert.notEqual(toHex(saltedCommitment(sha256, new Uint8Array(16), utf8('payload'))), one);
  assert.notEqual(toHex(saltedCommitment(sha256, salt, utf8('payloae'))), one);
});

test('salts have one length, so that a byte cannot move from the payload to the salt', () => {
  assert.throws(() => saltedCommitment(sha256, salt.subarray(1), utf8('payload')), RangeError);
  assert.throws(() => segmentLeaf(sha256, salt, 'a'), RangeError);
});

test('a segment leaf and the root over segments', () => {
  const salts = [new Uint8Array(32).fill(2), new Uint8Array(32).fill(3)] as const;
  const leaf = (at: 0 | 1, text: string): Buffer =>
    createHash('sha256').update(Uint8Array.of(0)).update(salts[at]).update(text, 'utf8').digest();
  const leaves = [segmentLeaf(sha256, salts[0], 'In Karsa'), segmentLeaf(sha256, salts[1], 'سپس')];
  assert.equal(toHex(leaves[0] ?? assert.fail()), leaf(0, 'In Karsa').toString('hex'));
  const root = createHash('sha256').update(Uint8Array.of(1)).update(leaf(0, 'In Karsa')).update(leaf(1, 'سپس')).digest('hex');
  assert.equal(toHex(segmentsRoot(sha256, leaves)), root);
});
