import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { findBySha256, type ItemSource, refusalWords } from '../intake/index.ts';
import { isSha256 } from '../kernel/index.ts';
import type { Inquiry } from './inquiry.ts';

/** What `add --dry-run` says of one offer. */
export interface PreviewLine {
  readonly path: string;
  readonly sha256: string | null;
  readonly bytes: number | null;
  /** The item that holds these bytes already. */
  readonly known: string | null;
  readonly refused: string | null;
}

/** Reads the file once and looks its digest up; writes nothing, takes nothing in. */
export async function preview(inquiry: Inquiry, source: ItemSource): Promise<PreviewLine> {
  const nothing = { path: source.path, sha256: null, bytes: null, known: null };
  if ('refused' in source) return { ...nothing, refused: refusalWords(source.refused) };
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    const content = 'file' in source ? createReadStream(source.file) : source.bytes instanceof Uint8Array ? [source.bytes] : source.bytes;
    for await (const chunk of content as AsyncIterable<Uint8Array>) {
      hash.update(chunk);
      bytes += chunk.length;
    }
  } catch (error) {
    return { ...nothing, refused: error instanceof Error ? error.message : 'It could not be read.' };
  }
  const sha256 = hash.digest('hex');
  const [held] = isSha256(sha256) ? await findBySha256(inquiry.store, inquiry.scope, sha256) : [];
  return { path: source.path, sha256, bytes, known: held?.id ?? null, refused: null };
}
