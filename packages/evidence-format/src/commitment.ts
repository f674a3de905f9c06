import { joinBytes, type Sha256Function, utf8 } from './bytes.ts';
import { leafHash, treeRoot } from './merkle.ts';

/** Salt of a payload commitment. Bytes. */
export const SALT_BYTES = 16;

/**
 * `sd-sha256`: SHA-256(salt ‖ payload). Says nothing of the payload to whoever lacks the salt,
 * and nothing for ever once the salt is destroyed. Throws RangeError on a salt of another length:
 * a fixed length keeps salt and payload apart.
 */
export function saltedCommitment(sha256: Sha256Function, salt: Uint8Array, payload: Uint8Array): Uint8Array {
  if (salt.length !== SALT_BYTES) throw new RangeError('a salt has 16 bytes');
  return sha256(joinBytes(salt, payload));
}

/**
 * Leaf of one segment: the RFC 6962 leaf hash of salt ‖ UTF-8 of the segment. The salt has 32 bytes.
 */
export function segmentLeaf(sha256: Sha256Function, salt: Uint8Array, segment: string): Uint8Array {
  if (salt.length !== 32) throw new RangeError('a segment salt has 32 bytes');
  return leafHash(sha256, joinBytes(salt, utf8(segment)));
}

/** Root over segment leaves in text order. A redacted copy shows some segments with their salts and the other leaves bare. */
export function segmentsRoot(sha256: Sha256Function, leaves: readonly Uint8Array[]): Uint8Array {
  return treeRoot(sha256, leaves);
}
