import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { sharedPath } from '../../../tools/shared-material.ts';
import {
  checkConsistency,
  checkInclusion,
  fromHex,
  leafHash,
  openNote,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  toHex,
  treeRoot,
} from './index.ts';
import { ed25519, sha256 } from './platform-for-tests.ts';

/** Eight entries of 0, 1, 1, 2, 2, 4, 8 and 16 bytes, and the root over the first n (RFC 6962 §2.1). */
const ENTRIES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

test('the roots over eight known entries', () => {
  const leaves = ENTRIES.map((hex) => leafHash(sha256, fromHex(hex) ?? assert.fail(hex)));
  for (const [size, root] of ROOTS.entries()) assert.equal(toHex(treeRoot(sha256, leaves.slice(0, size))), root);
});

interface ProofCase {
  readonly desc: string;
  readonly wantErr: boolean;
  readonly proof: readonly string[] | null;
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly root: string;
  readonly leafHash: string;
  readonly size1: number;
  readonly size2: number;
  readonly root1: string;
  readonly root2: string;
}

const decode = (text: string): Uint8Array => Buffer.from(text, 'base64');

const KINDS: readonly [string, (given: ProofCase, proof: readonly Uint8Array[]) => { readonly ok: boolean }][] = [
  [
    'inclusion',
    (given, proof) =>
      checkInclusion(sha256, {
        index: given.leafIdx,
        size: given.treeSize,
        leafHash: decode(given.leafHash),
        root: decode(given.root),
        proof,
      }),
  ],
  [
    'consistency',
    (given, proof) =>
      checkConsistency(sha256, {
        earlier: given.size1,
        later: given.size2,
        earlierRoot: decode(given.root1),
        laterRoot: decode(given.root2),
        proof,
      }),
  ],
];

for (const [kind, check] of KINDS) {
  test(`${kind} proofs written by others`, (t) => {
    const folder = sharedPath('data', 'vectors', 'merkle', 'testdata', kind);
    if (folder === null) {
      t.skip(`not here: ${kind} proof vectors`);
      return;
    }
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
    assert.ok(files.length > 90, 'the vectors are there');
    for (const file of files) {
      const given = JSON.parse(readFileSync(join(folder, file), 'utf8')) as ProofCase;
      const proof = (given.proof ?? []).map(decode);
      // Stricter here: an empty earlier tree proves nothing, and a root has 32 bytes even where none is computed.
      const isShort = kind === 'consistency' && decode(given.root1).length !== 32;
      const refused = given.wantErr || (kind === 'consistency' && given.size1 === 0) || isShort;
      assert.equal(check(given, proof).ok, !refused, `${file}: ${given.desc}`);
    }
  });
}

/** Public key of that log, as its makers publish it. */
const FOREIGN_KEY = 'example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx';

test('the checkpoints of a log made by other software', (t) => {
  const folder = sharedPath('data', 'vectors', 'tessera-log', 'testdata', 'log');
  if (folder === null) {
    t.skip('not here: a log made by other software');
    return;
  }
  const key = parseVerifierKey(sha256, FOREIGN_KEY);
  assert.ok(key.ok);
  for (let size = 0; size <= 15; size++) {
    const note = readFileSync(join(folder, `checkpoint.${String(size)}`), 'utf8');
    const opened = openNote(note, key.value, ed25519);
    assert.ok(opened.ok, `signature at ${String(size)}`);
    const checkpoint = parseCheckpoint(opened.value);
    assert.ok(checkpoint.ok);
    assert.equal(checkpoint.value.size, size);
    const entries: readonly Uint8Array[] = size === 0 ? [] : bundle(readFileSync(join(folder, 'tile', 'entries', '000.p', String(size))));
    assert.equal(entries.length, size);
    const root = treeRoot(
      sha256,
      entries.map((entry) => leafHash(sha256, entry)),
    );
    assert.equal(toHex(root), toHex(checkpoint.value.root));
    assert.ok(parseNote(note).ok);
  }
});

/** An entry bundle: each entry after its length in two bytes. */
function bundle(bytes: Buffer): readonly Uint8Array[] {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + 2 + bytes.readUInt16BE(at);
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return entries;
}

test('the platform hash is SHA-256', () => {
  assert.equal(toHex(sha256(new Uint8Array(0))), hash('sha256', ''));
});
