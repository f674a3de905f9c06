import { access, constants, readFile, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';

/** One thing looked at, what was found and, when it needs a person, what to do. */
export interface Check {
  readonly name: string;
  readonly fine: boolean;
  readonly found: string;
  readonly do: string;
}
export interface Examination {
  readonly checks: readonly Check[];
}

const ENOUGH_BYTES = 1024 ** 3;
const GIB = 1024 ** 3;

/** Looks at this machine and at one inquiry folder; changes nothing and opens no connection. */
export async function examineMachine(dir: string): Promise<Check[]> {
  return [nodeVersion(), ...(await Promise.all([diskSpace(dir), writable(dir), keyIsPrivate(dir)])), memory()];
}

function nodeVersion(): Check {
  const major = Number(process.versions.node.split('.')[0]);
  return {
    name: 'Node.js',
    fine: major >= 24,
    found: process.version,
    do: 'Start Inquest with `npm start` or `npx inquest`, which bring Node.js 24 along.',
  };
}

async function diskSpace(dir: string): Promise<Check> {
  try {
    const { bavail, bsize } = await statfs(dir);
    const free = bavail * bsize;
    return {
      name: 'free disk space',
      fine: free >= ENOUGH_BYTES,
      found: `${(free / GIB).toFixed(1)} GiB`,
      do: 'Make room: an inquiry keeps every byte it receives.',
    };
  } catch {
    return { name: 'free disk space', fine: false, found: 'could not be read', do: 'Check that the folder exists.' };
  }
}

async function writable(dir: string): Promise<Check> {
  const fine = await access(dir, constants.W_OK).then(
    () => true,
    () => false,
  );
  return { name: 'the folder may be written', fine, found: fine ? 'yes' : 'no', do: 'Give yourself the right to write to the folder.' };
}

async function keyIsPrivate(dir: string): Promise<Check> {
  const path = join(dir, 'keys', 'ledger.pem');
  const name = 'the signing key';
  const readable = await readFile(path).then(
    () => true,
    () => false,
  );
  return {
    name,
    fine: readable,
    found: readable ? 'is there' : 'is missing or may not be read',
    do: 'Bring back keys/ledger.pem from your backup: without it nothing can be signed; what is there can still be read and verified.',
  };
}

function memory(): Check {
  const available = process.availableMemory();
  return {
    name: 'memory',
    fine: available >= ENOUGH_BYTES / 2,
    found: `${(available / GIB).toFixed(1)} GiB available`,
    do: 'Close other programs before bringing in large files.',
  };
}
