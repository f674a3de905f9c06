import type { ItemLine } from '../api-contract/index.ts';
import { getItem, type IntakeParts, type ItemSource, preserve, receiveItems } from '../intake/index.ts';
import { MAIN_COMPARTMENT } from '../kernel/index.ts';
import type { Inquiry } from './inquiry.ts';
import { linesOf, refusedLine } from './item-lines.ts';

/** What came of one upload, once its bytes and its receipt are durable. `pending`: it waits to be read. */
export interface ReceivedUpload {
  readonly line: ItemLine;
  readonly pending: boolean;
}

/** Takes one upload in and leaves its reading for later, so that whoever sent it is answered at once. */
export async function receiveUpload(
  inquiry: Inquiry,
  parts: Pick<IntakeParts, 'ledger' | 'objects'>,
  source: ItemSource,
): Promise<ReceivedUpload> {
  const offer = await preserve(parts.objects, source);
  const [received] = await receiveItems(parts.ledger, inquiry.scope, { compartment: MAIN_COMPARTMENT, offers: [offer] });
  if (received === undefined || received.kind === 'refused') {
    return { line: refusedLine(source.path, received?.reason ?? 'damaged', received?.words ?? ''), pending: false };
  }
  const item = await getItem(inquiry.store, inquiry.scope, received.item);
  const [line] = item === null ? [] : await linesOf(inquiry, [item]);
  if (line === undefined) return { line: refusedLine(source.path, 'damaged', ''), pending: false };
  const duplicate = received.kind === 'duplicate';
  return {
    line: duplicate ? { ...line, path: source.path, outcome: 'duplicate', duplicateOf: received.item } : line,
    pending: item?.outcome === 'pending',
  };
}
