import { fromBase64, fromHex, joinBytes, type Sha256Function, toBase64, toHex, utf8 } from './bytes.ts';
import { type Checked, problem, sound } from './problem.ts';

/** C2SP signed-note signature type of plain Ed25519. The only one read or written here. */
const ED25519 = 0x01;
const PUBLIC_KEY_BYTES = 32;
const KEY_ID_BYTES = 4;
/** More signature lines than this are refused unread; the specification asks for 16 at least. */
export const MAX_SIGNATURES = 64;
/** A longer note is refused unread. Characters. */
export const MAX_NOTE_LENGTH = 1_000_000;

/** Checks an Ed25519 signature (RFC 8032); passed in. */
export type Ed25519Verify = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

export interface VerifierKey {
  readonly name: string;
  /** Eight hex digits: the first four bytes of SHA-256(name ‖ newline ‖ type ‖ public key). */
  readonly id: string;
  /** 32 bytes, RFC 8032. */
  readonly publicKey: Uint8Array;
}

export interface NoteSignature {
  readonly name: string;
  readonly id: string;
  readonly signature: Uint8Array;
}

export interface ParsedNote {
  /** What is signed, with its final newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** Names a public key. Throws RangeError on a name the format cannot carry or a key that is not 32 bytes. */
export function makeVerifierKey(sha256: Sha256Function, name: string, publicKey: Uint8Array): VerifierKey {
  if (!isKeyName(name)) throw new RangeError('a key name has no space and no plus sign');
  if (publicKey.length !== PUBLIC_KEY_BYTES) throw new RangeError('an Ed25519 public key has 32 bytes');
  const digest = sha256(joinBytes(utf8(`${name}\n`), Uint8Array.of(ED25519), publicKey));
  return { name, id: toHex(digest.subarray(0, KEY_ID_BYTES)), publicKey };
}

/** vkey form: `name+id+base64(type ‖ public key)`. */
export function formatVerifierKey(key: VerifierKey): string {
  return `${key.name}+${key.id}+${toBase64(joinBytes(Uint8Array.of(ED25519), key.publicKey))}`;
}

/** Reads vkey form; the id must follow from name and key. Problem: `verifier-key-malformed`. */
export function parseVerifierKey(sha256: Sha256Function, vkey: string): Checked<VerifierKey> {
  const [name, id, ...keyParts] = vkey.split('+');
  // Base 64 may itself contain a plus sign.
  const material = fromBase64(keyParts.join('+'));
  if (name === undefined || !isKeyName(name) || material === null) return problem('verifier-key-malformed');
  if (material[0] !== ED25519 || material.length !== 1 + PUBLIC_KEY_BYTES) return problem('verifier-key-malformed');
  const key = makeVerifierKey(sha256, name, material.subarray(1));
  return key.id === id ? sound(key) : problem('verifier-key-malformed');
}

/**
 * The signed note of a text that ends in a newline, with one signature.
 * Throws RangeError on a text the format cannot carry.
 */
export function signNote(text: string, key: VerifierKey, sign: (message: Uint8Array) => Uint8Array): string {
  if (!text.endsWith('\n') || hasControls(text) || !text.isWellFormed()) throw new RangeError('this text cannot be a note');
  return `${text}\n${signatureLine(key, sign(utf8(text)))}`;
}

/** One signature line, newline included: what a witness adds to a note. */
export function signatureLine(key: VerifierKey, signature: Uint8Array): string {
  return `\u2014 ${key.name} ${toBase64(joinBytes(fromHex(key.id) ?? new Uint8Array(0), signature))}\n`;
}

/** Takes a note apart and checks no signature. Problem: `note-malformed`. */
export function parseNote(note: string): Checked<ParsedNote> {
  if (note.length > MAX_NOTE_LENGTH || hasControls(note) || !note.isWellFormed()) return problem('note-malformed');
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n')) return problem('note-malformed');
  const lines = note.slice(split + 2, -1).split('\n');
  if (lines.length > MAX_SIGNATURES) return problem('note-malformed');
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const signature = parseSignatureLine(line);
    if (signature === null) return problem('note-malformed');
    signatures.push(signature);
  }
  return sound({ text: note.slice(0, split + 1), signatures });
}

/**
 * The text of a note, once the given key's signature on it holds. Signatures by other keys are
 * ignored, as the specification asks. Problems: `note-malformed`, `note-key-unknown`,
 * `note-signature-differs` (any signature by the key that does not hold spoils the note).
 */
export function openNote(note: string, key: VerifierKey, verify: Ed25519Verify): Checked<string> {
  const parsed = parseNote(note);
  if (!parsed.ok) return parsed;
  const own = parsed.value.signatures.filter((signature) => signature.name === key.name && signature.id === key.id);
  if (own.length === 0) return problem('note-key-unknown');
  const message = utf8(parsed.value.text);
  return own.every(({ signature }) => verify(key.publicKey, message, signature))
    ? sound(parsed.value.text)
    : problem('note-signature-differs');
}

function parseSignatureLine(line: string): NoteSignature | null {
  const [dash, name, encoded, ...more] = line.split(' ');
  if (dash !== '\u2014' || name === undefined || !isKeyName(name) || encoded === undefined || more.length > 0) return null;
  const bytes = fromBase64(encoded);
  if (bytes === null || bytes.length <= KEY_ID_BYTES) return null;
  return { name, id: toHex(bytes.subarray(0, KEY_ID_BYTES)), signature: bytes.subarray(KEY_ID_BYTES) };
}

function isKeyName(name: string): boolean {
  return name !== '' && name.isWellFormed() && !hasControls(name) && !/[+\s\u0085]/u.test(name);
}

function hasControls(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20 && code !== 0x0a) return true;
  }
  return false;
}
