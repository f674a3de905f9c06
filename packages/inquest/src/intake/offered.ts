import type { ObjectStore, StoredObject } from '../custody/index.ts';
import type { ItemReason } from '../model/index.ts';
import { detectFormat } from './extract-item.ts';
import { HEAD_BYTES } from './extraction.ts';

/** Something a person offers. `path` is how it is named from then on, relative where possible. */
export type ItemSource =
  | { readonly path: string /** Where this machine finds it. */; readonly file: string }
  | { readonly path: string; readonly bytes: Uint8Array | AsyncIterable<Uint8Array> }
  /** Found while looking through a folder and not to be taken in, such as a symbolic link. */
  | { readonly path: string; readonly refused: ItemReason };

/** What was offered, once its bytes are durable or it is clear that they will not be. */
export type Preserved =
  | {
      readonly kind: 'object';
      readonly path: string;
      readonly object: StoredObject;
      readonly mediaType: string;
      /** RFC 3339, or null when nobody told. */
      readonly modifiedAt: string | null;
    }
  | { readonly kind: 'refused'; readonly path: string; readonly reason: ItemReason; readonly words: string };

const MAX_PATH = 4096;

const REFUSAL_WORDS: Partial<Record<ItemReason, string>> = {
  'not-found': 'There is no file at this path.',
  'no-permission': 'The file may not be read.',
  'not-a-file': 'It is no regular file: links, devices and the like are not followed.',
  'changed-while-reading': 'The file kept changing while it was read; add it again when nothing writes to it.',
  damaged: 'The disk could not read the file to its end.',
  limit: 'It lies deeper in folders than is looked.',
};

/** A sentence for each reason something is refused for. */
export function refusalWords(reason: ItemReason): string {
  return REFUSAL_WORDS[reason] ?? 'It could not be taken in.';
}

/**
 * Makes what is offered an object. A file that is missing, unreadable or changing is a refusal;
 * a full disk or one that does not confirm a write is a fault and stops intake.
 */
export async function preserve(objects: ObjectStore, source: ItemSource): Promise<Preserved> {
  const path = source.path.slice(0, MAX_PATH).toWellFormed();
  if ('refused' in source) return refusedFor(path, source.refused);
  if ('bytes' in source) return preserved(objects, path, { ...(await objects.put(source.bytes)), modifiedAt: null });
  const put = await objects.putFile(source.file);
  return put.ok ? preserved(objects, path, put.value) : refusedFor(path, put.code);
}

function refusedFor(path: string, reason: ItemReason): Preserved {
  return { kind: 'refused', path, reason, words: refusalWords(reason) };
}

async function preserved(
  objects: ObjectStore,
  path: string,
  stored: StoredObject & { readonly modifiedAt: Date | null },
): Promise<Preserved> {
  const { sha256, sha512, bytes, existed, modifiedAt } = stored;
  const { mediaType } = await detectFormat(await headOf(objects, stored), path);
  const time = modifiedAt?.getTime() ?? Number.NaN;
  const inRange = time >= Date.UTC(0, 0) && time <= Date.UTC(9999, 11, 31);
  return {
    kind: 'object',
    path,
    object: { sha256, sha512, bytes, existed },
    mediaType,
    modifiedAt: inRange ? (modifiedAt?.toISOString() ?? null) : null,
  };
}

/** One byte more than a reader looks at, so that it knows whether there is more. */
async function headOf(objects: ObjectStore, { sha256, bytes }: StoredObject): Promise<Uint8Array> {
  const head = new Uint8Array(Math.min(bytes, HEAD_BYTES + 1));
  let at = 0;
  for await (const chunk of objects.get(sha256)) {
    head.set(chunk.subarray(0, head.length - at), at);
    at += Math.min(chunk.length, head.length - at);
    if (at === head.length) break;
  }
  return head.subarray(0, at);
}
