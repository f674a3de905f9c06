import type { Sha256, Store } from '../kernel/index.ts';
import { type AnyEvent, type Checkpoint, type LedgerProblemCode, MAX_PROBLEMS, verifyLedger } from '../ledger/index.ts';
import type { ObjectStore } from './objects.ts';
import { type ObjectReference, referencedObjects } from './referenced-objects.ts';

/** What can be wrong with an object; the ledger's own codes stand beside these. */
export const OBJECT_PROBLEMS = {
  'object-missing': 'An object is not there.',
  'object-differs': 'An object was changed: its bytes are not those its name stands for.',
  'object-length-differs': 'An object does not have the length that was recorded when it came.',
  'object-unreadable': 'An object cannot be read back from the disk.',
} as const;

export type InquiryProblemCode = keyof typeof OBJECT_PROBLEMS | LedgerProblemCode;

export interface InquiryProblem {
  readonly code: InquiryProblemCode;
  readonly what: string;
  /** A place on the ledger, or the item and where its object is. */
  readonly where: string;
}

export interface InquiryVerification {
  /** Objects read back, each once. */
  readonly objects: number;
  readonly bytes: number;
  readonly events: number;
  readonly checkpoint: Checkpoint | null;
  readonly problems: readonly InquiryProblem[];
  /** Objects no event speaks of: left by an interrupted intake. Information, not a problem. */
  readonly unreferenced: { readonly count: number; readonly names: readonly Sha256[] };
}

export interface VerifyInquiryProgress {
  readonly events: number;
  readonly of: number;
  readonly objects: number;
  readonly bytes: number;
}

/** Names of unreferenced objects given; all are counted. */
const MAX_NAMED = 100;
/** Objects read at the same time. */
const AT_ONCE = 4;

/**
 * Reads back every object that an event speaks of and compares it with its name, and verifies the
 * whole ledger (`verifyLedger`). Changes nothing. Memory: about a hundred bytes per object. The key
 * comes from outside the database. SHA-512 digests are not recomputed.
 */
export async function verifyInquiry(
  parts: { readonly store: Store; readonly objects: ObjectStore; readonly verifierKey: string },
  onProgress?: (progress: VerifyInquiryProgress) => void,
): Promise<InquiryVerification> {
  const problems: InquiryProblem[] = [];
  const seen = new Set<string>();
  let bytes = 0;
  const checkAll = async (events: readonly AnyEvent[]): Promise<void> => {
    const due: ObjectReference[] = [];
    for (const reference of events.flatMap(referencedObjects)) {
      const short = shortName(reference.name);
      if (seen.has(short)) continue;
      seen.add(short);
      due.push(reference);
    }
    for (let at = 0; at < due.length; at += AT_ONCE) {
      const checked = await Promise.all(due.slice(at, at + AT_ONCE).map((reference) => checkOne(parts.objects, reference)));
      for (const one of checked) {
        bytes += one.bytes;
        if (one.problem !== null && problems.length < MAX_PROBLEMS) problems.push(one.problem);
      }
    }
  };
  const ledger = await verifyLedger(parts.store, parts.verifierKey, {
    onEvents: checkAll,
    onProgress: (progress) => onProgress?.({ ...progress, objects: seen.size, bytes }),
  });
  return {
    objects: seen.size,
    bytes,
    events: ledger.events,
    checkpoint: ledger.checkpoint,
    problems: [...ledger.problems, ...problems],
    unreferenced: await unreferencedObjects(parts.objects, seen),
  };
}

async function checkOne(
  objects: ObjectStore,
  reference: ObjectReference,
): Promise<{ readonly bytes: number; readonly problem: InquiryProblem | null }> {
  const found = await objects.check(reference.name);
  const problem = (code: keyof typeof OBJECT_PROBLEMS): InquiryProblem => ({
    code,
    what: OBJECT_PROBLEMS[code],
    where: `${reference.item} ${objects.locate(reference.name)}`,
  });
  switch (found.state) {
    case 'missing':
      return { bytes: 0, problem: problem('object-missing') };
    case 'unreadable':
      return { bytes: 0, problem: problem('object-unreadable') };
    case 'differs':
      return { bytes: found.bytes, problem: problem('object-differs') };
    case 'sound':
      return { bytes: found.bytes, problem: (reference.bytes ?? found.bytes) === found.bytes ? null : problem('object-length-differs') };
  }
}

async function unreferencedObjects(objects: ObjectStore, seen: ReadonlySet<string>): Promise<InquiryVerification['unreferenced']> {
  const names: Sha256[] = [];
  let count = 0;
  for await (const name of objects.list()) {
    if (seen.has(shortName(name))) continue;
    count++;
    if (names.length < MAX_NAMED) names.push(name);
  }
  return { count, names };
}

/** A digest as 32 one-byte characters: half the memory of its hex digits. */
function shortName(name: Sha256): string {
  return Buffer.from(name, 'hex').toString('latin1');
}
