import { fromBase64, HASH_BYTES, toBase64 } from './bytes.ts';
import { type Checked, problem, sound } from './problem.ts';

/** What a checkpoint says of a log: this many entries, this root. C2SP tlog-checkpoint. */
export interface CheckpointBody {
  readonly origin: string;
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
  /** Extension lines, kept as found; this project writes none. */
  readonly extensions: readonly string[];
}

/** The note text of a checkpoint. Throws RangeError on a body the format cannot carry. */
export function formatCheckpoint(body: CheckpointBody): string {
  if (body.origin === '' || !Number.isSafeInteger(body.size) || body.size < 0 || body.root.length !== HASH_BYTES) {
    throw new RangeError('this cannot be a checkpoint');
  }
  const lines = [body.origin, String(body.size), toBase64(body.root), ...body.extensions];
  if (lines.some((line) => line === '' || line.includes('\n'))) throw new RangeError('a checkpoint line is empty or broken');
  return `${lines.join('\n')}\n`;
}

/** Reads the text of a checkpoint note. Problem: `checkpoint-malformed`. Checks no signature. */
export function parseCheckpoint(text: string): Checked<CheckpointBody> {
  if (!text.endsWith('\n')) return problem('checkpoint-malformed');
  const [origin, size, encodedRoot, ...extensions] = text.slice(0, -1).split('\n');
  if (origin === undefined || origin === '' || size === undefined || encodedRoot === undefined) return problem('checkpoint-malformed');
  const root = fromBase64(encodedRoot);
  const count = Number(size);
  if (!/^(0|[1-9][0-9]*)$/.test(size) || !Number.isSafeInteger(count)) return problem('checkpoint-malformed');
  if (root?.length !== HASH_BYTES || extensions.includes('')) return problem('checkpoint-malformed');
  return sound({ origin, size: count, root, extensions });
}
