import type { EventLine } from '../api-contract/index.ts';
import type { AnyEvent } from '../ledger/index.ts';
import { eventSentence } from './event-sentence.ts';
import type { Inquiry } from './inquiry.ts';
import { numberOf, type Page, type PageQuery } from './paging.ts';

export function eventLine(event: AnyEvent): EventLine {
  const { index, id, type, recordedAt, actor, touches, payload } = event;
  return { index, id, type, recordedAt, actor, touches: [...touches], sentence: eventSentence(event), payload: { ...payload } };
}

/** The ledger a page at a time, oldest or newest first; the cursor is a place on the ledger. */
export async function eventLines(
  inquiry: Inquiry,
  query: PageQuery & { readonly touching?: string | undefined; readonly newestFirst: boolean },
): Promise<Page<EventLine>> {
  const after = numberOf(query.cursor);
  const events = await inquiry.ledger.read(inquiry.scope, {
    limit: query.limit,
    newestFirst: query.newestFirst,
    ...(after === undefined ? {} : { after }),
    ...(query.touching === undefined ? {} : { touching: query.touching }),
  });
  const last = events.at(-1);
  return { lines: events.map(eventLine), next: events.length < query.limit || last === undefined ? null : String(last.index), total: null };
}
