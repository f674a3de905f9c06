import { createPublicKey, hash, verify } from 'node:crypto';
import type { Ed25519Verify, Sha256Function } from './index.ts';

/** Node's own hash and signature check, which tests pass in as programs do. */
export const sha256: Sha256Function = (bytes) => hash('sha256', bytes, 'buffer');

export const ed25519: Ed25519Verify = (publicKey, message, signature) => {
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') },
    format: 'jwk',
  });
  return verify(null, message, key, signature);
};
