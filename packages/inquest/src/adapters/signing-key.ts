import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { constants } from 'node:fs';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { formatVerifierKey, makeVerifierKey } from '../../../evidence-format/src/index.ts';
import { InquestFault, sha256 } from '../kernel/index.ts';
import type { LedgerSigner } from '../ledger/index.ts';
import { fileFault, flush, flushFolder } from './durable-files.ts';

/**
 * Makes a new Ed25519 signing key in a PKCS #8 PEM file that only its owner can read, on disk
 * before this resolves. Fails when the file exists: a key is never replaced.
 */
export async function createSigningKey(path: string, origin: string): Promise<LedgerSigner> {
  const { privateKey } = generateKeyPairSync('ed25519');
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
    try {
      await file.writeFile(privateKey.export({ type: 'pkcs8', format: 'pem' }));
      await flush(file);
    } finally {
      await file.close();
    }
    await flushFolder(dirname(path));
    await flushFolder(dirname(dirname(path)));
  } catch (error) {
    throw fileFault(error);
  }
  return signerOf(privateKey, origin);
}

/** The signer of a key file. Fault INQ-NO-PERMISSION when it cannot be read, INQ-NOT-FOUND when it is no Ed25519 key. */
export async function loadSigningKey(path: string, origin: string): Promise<LedgerSigner> {
  let pem: string;
  try {
    pem = await readFile(path, 'utf8');
  } catch (error) {
    throw keyFault('The signing key cannot be read.', fileFault(error));
  }
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch (error) {
    throw keyFault('The signing key file holds no key.', error);
  }
  if (key.asymmetricKeyType !== 'ed25519') throw keyFault('The signing key is of another kind than Ed25519.', undefined);
  return signerOf(key, origin);
}

function signerOf(privateKey: KeyObject, origin: string): LedgerSigner {
  const { x } = privateKey.export({ format: 'jwk' });
  if (x === undefined) throw keyFault('The signing key has no public part.', undefined);
  const key = makeVerifierKey(sha256, origin, Buffer.from(x, 'base64url'));
  return { verifierKey: formatVerifierKey(key), sign: (message) => sign(null, message, privateKey) };
}

function keyFault(what: string, cause: unknown): InquestFault {
  if (cause instanceof InquestFault) return cause;
  return new InquestFault('INQ-NOT-FOUND', {
    what,
    why: 'Every change is signed with it.',
    do: 'Restore `keys/ledger.pem` from a copy of the inquiry.',
    cause,
  });
}
