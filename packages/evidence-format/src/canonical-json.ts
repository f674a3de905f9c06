import { fromUtf8, utf8 } from './bytes.ts';

/** Deeper nesting than this is refused. */
export const MAX_JSON_DEPTH = 128;

/**
 * The one text of a JSON value, RFC 8785: no white space, members sorted by UTF-16 code units,
 * numbers as ECMAScript prints them. A member that is undefined is absent, as in JSON.stringify.
 * Throws TypeError on what JSON cannot carry without loss: a lone surrogate, a number that is
 * not finite, anything but plain objects, arrays, strings, numbers, booleans and null.
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
}

/** `canonicalJson` as UTF-8. */
export function canonicalBytes(value: unknown): Uint8Array {
  return utf8(canonicalJson(value));
}

/**
 * The value of bytes that are exactly the canonical JSON of it; null when they are anything
 * else: not UTF-8, not JSON, members doubled or out of order, another spelling of a number.
 */
export function parseCanonical(bytes: Uint8Array): { readonly value: unknown } | null {
  const text = fromUtf8(bytes);
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    // Both texts are well-formed, so they are the same exactly when their bytes are.
    return canonicalJson(value) === text ? { value } : null;
  } catch {
    return null;
  }
}

function write(value: unknown, depth: number): string {
  if (typeof value === 'string') return writeString(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('JSON has no such number');
    return JSON.stringify(value);
  }
  if (value === null || typeof value === 'boolean') return String(value);
  if (depth >= MAX_JSON_DEPTH) throw new TypeError('nested too deeply');
  if (Array.isArray(value)) return `[${Array.from(value, (item: unknown) => write(item, depth + 1)).join(',')}]`;
  if (typeof value === 'object' && isPlain(value)) return writeObject(value, depth);
  throw new TypeError(`JSON cannot carry this ${typeof value}`);
}

function writeObject(value: object, depth: number): string {
  let members = '';
  const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, member] of sorted) {
    if (member === undefined) continue;
    members += `${members === '' ? '' : ','}${writeString(name)}:${write(member, depth + 1)}`;
  }
  return `{${members}}`;
}

function writeString(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('a lone surrogate has no UTF-8 form');
  return JSON.stringify(text);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
