import { createHmac } from 'node:crypto';
import { segmentLeaf, segmentsRoot, toHex } from '../../../evidence-format/src/index.ts';
import { assert, sha256 } from '../kernel/index.ts';

/** Bytes of the secret from which the salts of one rendition follow. */
export const SEGMENTS_SECRET_BYTES = 32;

export interface SegmentCommitments {
  /** 64 hex digits; goes into the event of the rendition. */
  readonly root: string;
  /** One per segment, in order. */
  readonly leaves: readonly Uint8Array[];
}

/**
 * Commits to every segment of a text by itself, before anybody knows what will be redacted, so
 * that a redacted copy can show some segments with their salts and the bare leaves of the others,
 * and whoever holds the signed event sees that what is shown is the original's and where something
 * is left out. Offsets are UTF-16, end exclusive. docs/formats/segments.md.
 */
export function segmentCommitments(
  text: string,
  segments: readonly { readonly start: number; readonly end: number }[],
  secret: Uint8Array,
): SegmentCommitments {
  const leaves = segments.map(({ start, end }, index) => {
    const segment = text.slice(start, end);
    assert(segment.isWellFormed(), 'a segment does not cut a character in two');
    return segmentLeaf(sha256, segmentSalt(secret, index), segment);
  });
  return { root: toHex(segmentsRoot(sha256, leaves)), leaves };
}

/** Salt of one segment: HMAC-SHA256(secret, index as 8 bytes, big-endian). Destroying the secret destroys all. */
export function segmentSalt(secret: Uint8Array, index: number): Uint8Array {
  assert(secret.length === SEGMENTS_SECRET_BYTES, 'the secret has 32 bytes');
  const place = Buffer.alloc(8);
  place.writeBigUInt64BE(BigInt(index));
  return createHmac('sha256', secret).update(place).digest();
}
