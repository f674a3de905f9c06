import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type FormatProblem,
  formatCheckpoint,
  formatVerifierKey,
  makeVerifierKey,
  openNote,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  signatureLine,
  signNote,
  utf8,
  type VerifierKey,
} from './index.ts';
import { ed25519, sha256 } from './platform-for-tests.ts';

/** The example of C2SP signed-note. */
const EXAMPLE_KEY = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const EXAMPLE_NOTE =
  'This is an example message.\n\n\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';

function read(vkey: string): VerifierKey {
  const key = parseVerifierKey(sha256, vkey);
  return key.ok ? key.value : assert.fail(key.problem);
}

function person(name: string): { readonly key: VerifierKey; readonly sign: (message: Uint8Array) => Uint8Array } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const { x } = publicKey.export({ format: 'jwk' });
  return { key: makeVerifierKey(sha256, name, Buffer.from(x ?? '', 'base64url')), sign: (message) => sign(null, message, privateKey) };
}

test('the example of the specification opens', () => {
  assert.deepEqual(openNote(EXAMPLE_NOTE, read(EXAMPLE_KEY), ed25519), { ok: true, value: 'This is an example message.\n' });
  assert.equal(formatVerifierKey(read(EXAMPLE_KEY)), EXAMPLE_KEY);
});

const [text, signatures] = EXAMPLE_NOTE.split('\n\n') as [string, string];
const NOTES: readonly [string, string, FormatProblem][] = [
  ['an empty text', '', 'note-malformed'],
  ['no blank line', `${text}\n${signatures}`, 'note-malformed'],
  ['no signature', `${text}\n\n`, 'note-malformed'],
  ['no final newline', EXAMPLE_NOTE.slice(0, -1), 'note-malformed'],
  ['a control character', EXAMPLE_NOTE.replace('This', 'This\t'), 'note-malformed'],
  ['a carriage return', EXAMPLE_NOTE.replaceAll('\n', '\r\n'), 'note-malformed'],
  ['a hyphen for the dash', EXAMPLE_NOTE.replace('\u2014', '-'), 'note-malformed'],
  ['base 64 without padding', EXAMPLE_NOTE.replace('=\n', '\n'), 'note-malformed'],
  ['a lone surrogate', EXAMPLE_NOTE.replace('T', '\ud800'), 'note-malformed'],
  ['too many signatures', `${text}\n\n${signatures.repeat(65)}`, 'note-malformed'],
  ['another name', EXAMPLE_NOTE.replace('com/foo', 'com/bar'), 'note-key-unknown'],
  ['another key id', EXAMPLE_NOTE.replace('Uw2QOk', 'Uw2QOg'), 'note-signature-differs'],
  ['a changed text', EXAMPLE_NOTE.replace('example message', 'example massage'), 'note-signature-differs'],
  ['a changed signature', EXAMPLE_NOTE.replace('QM=\n', 'Q8=\n'), 'note-signature-differs'],
];

for (const [name, note, expected] of NOTES) {
  test(`a note with ${name} is refused`, () => {
    assert.deepEqual(openNote(note, read(EXAMPLE_KEY), ed25519), { ok: false, problem: expected });
  });
}

test('signatures of others stand beside the expected one and do not disturb it', () => {
  const log = person('inquest.invalid/karsa');
  const witness = person('witness.example/velmar');
  const note = signNote('one\n\ntwo\n', log.key, log.sign);
  const witnessed = note + signatureLine(witness.key, witness.sign(utf8('one\n\ntwo\n')));
  for (const key of [log.key, witness.key]) assert.deepEqual(openNote(witnessed, key, ed25519), { ok: true, value: 'one\n\ntwo\n' });
  assert.equal(openNote(witnessed, person('inquest.invalid/karsa').key, ed25519).ok, false);
  const forged = witnessed + signatureLine(log.key, witness.sign(utf8('one\n\ntwo\n')));
  assert.deepEqual(openNote(forged, log.key, ed25519), { ok: false, problem: 'note-signature-differs' });
});

test('any text that ends in a newline and has no controls goes through a note unchanged', () => {
  const { key, sign: signs } = person('inquest.invalid/karsa');
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (lines) => {
      const body = lines.map((line) => `${line.replace(/\p{Cc}/gu, '')}\n`).join('') || '\n';
      assert.deepEqual(openNote(signNote(body, key, signs), key, ed25519), { ok: true, value: body });
    }),
  );
});

test('verifier keys of another form are refused', () => {
  const bad = [
    '',
    'name',
    EXAMPLE_KEY.replace('530d903a', '530d903b'),
    EXAMPLE_KEY.replace('530d903a', '530D903A'),
    EXAMPLE_KEY.replace('+Ae', '+Be'),
    EXAMPLE_KEY.slice(0, -4),
    ` ${EXAMPLE_KEY}`,
    EXAMPLE_KEY.replace('example.com/foo', 'example com'),
  ];
  for (const vkey of bad) assert.deepEqual(parseVerifierKey(sha256, vkey), { ok: false, problem: 'verifier-key-malformed' }, vkey);
  assert.throws(() => makeVerifierKey(sha256, 'a b', new Uint8Array(32)), RangeError);
  assert.throws(() => makeVerifierKey(sha256, 'a', new Uint8Array(31)), RangeError);
});

test('checkpoints are read as they are written, and nothing else is', () => {
  const body = { origin: 'inquest.invalid/karsa', size: 17, root: new Uint8Array(32).fill(7), extensions: [] };
  const written = formatCheckpoint(body);
  assert.deepEqual(parseCheckpoint(written), { ok: true, value: body });
  const root = written.split('\n')[2] ?? assert.fail();
  const bad = [
    '',
    'a\n',
    `a\n1\n`,
    `a\n01\n${root}\n`,
    `a\n-1\n${root}\n`,
    `a\n+1\n${root}\n`,
    `a\n1e3\n${root}\n`,
    `a\n9007199254740992\n${root}\n`,
    `\n1\n${root}\n`,
    `a\n1\n${root}`,
    `a\n1\n${root}\n\n`,
    `a\n1\n${root.slice(4)}\n`,
    `a\n1\n${root} \n`,
  ];
  for (const given of bad) assert.deepEqual(parseCheckpoint(given), { ok: false, problem: 'checkpoint-malformed' }, JSON.stringify(given));
  assert.throws(() => formatCheckpoint({ ...body, size: -1 }), RangeError);
  assert.throws(() => formatCheckpoint({ ...body, origin: 'a\nb' }), RangeError);
  assert.equal(parseNote(written).ok, false);
});
