import { createPublicKey, verify } from 'node:crypto';
import type { Ed25519Verify } from '../../../evidence-format/src/index.ts';

/** Holds the ledger's signing key; adapters provide one. */
export interface LedgerSigner {
  /** C2SP vkey form; its name is the origin of the ledger, `inquest.invalid/<uuid>`. */
  readonly verifierKey: string;
  /** Ed25519 signature, 64 bytes. */
  sign(message: Uint8Array): Uint8Array;
}

/**
 * Ed25519 (RFC 8032) by the platform, ready for many signatures of one key. A key or signature of
 * the wrong form does not verify.
 */
export function ed25519Verifier(publicKey: Uint8Array): Ed25519Verify {
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') },
    format: 'jwk',
  });
  return (_, message, signature) => signature.length === 64 && verify(null, message, key, signature);
}
