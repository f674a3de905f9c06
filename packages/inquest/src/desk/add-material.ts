import type { ItemLine } from '../api-contract/index.ts';
import { type AddOptions, type AddResult, addItems, type IntakeParts, type ItemSource, resumePending } from '../intake/index.ts';
import type { Inquiry } from './inquiry.ts';
import { linesOf, refusedLine } from './item-lines.ts';

/** Brings material in and says of each offer what became of it, as the line of the contract. */
export async function* addMaterial(
  inquiry: Inquiry,
  parts: IntakeParts,
  { sources, ...options }: AddOptions & { readonly sources: AsyncIterable<ItemSource> | Iterable<ItemSource> },
): AsyncGenerator<ItemLine> {
  for await (const result of addItems(parts, inquiry.scope, { ...options, sources })) yield await lineOf(inquiry, result);
}

/** Reads what an earlier run received and did not read. */
export async function* readPending(inquiry: Inquiry, parts: IntakeParts, options: AddOptions = {}): AsyncGenerator<ItemLine> {
  for await (const result of resumePending(parts, inquiry.scope, options)) yield await lineOf(inquiry, result);
}

async function lineOf(inquiry: Inquiry, result: AddResult): Promise<ItemLine> {
  const { path, outcome, reason, words, item, duplicateOf } = result;
  const [line] = item === null ? [] : await linesOf(inquiry, [item]);
  if (line === undefined) return refusedLine(path, reason ?? 'damaged', words ?? '');
  return { ...line, path, outcome, reason, words, duplicateOf };
}
