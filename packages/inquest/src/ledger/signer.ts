import { createPublicKey, verify } from 'node:crypto';
import type { Ed25519Verify } from '../../../evidence-format/src/index.ts';

/** Holds the ledger's signing key; adapters provide one. */
export interface LedgerSigner {
  /** C2SP vkey form; its name is the origin of the ledger, `inquest.invalid/<uuid>`. */
  readonly verifierKey: string;
  /** Ed25519 signature, 64 bytes. */
  sign(message: Uint8Array): Uint8Array;
}

/** Ed25519 (RFC 8032) by the platform. A key or signature of the wrong form does not verify. */
export const verifyEd25519: Ed25519Verify = (publicKey, message, signature) => {
  try {
    const x = Buffer.from(publicKey).toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    return verify(null, message, key, signature);
  } catch {
    return false;
  }
};
