import { type Item, listItems, openRendition } from '../intake/index.ts';
import type { Store } from '../kernel/index.ts';
import { compareProjections, type Projection, rebuildProjections } from '../ledger/index.ts';
import type { Proposal } from '../model/index.ts';
import { READER_VERSION, readableDocument, readDocument, readProposals, storeProposals } from '../reading/index.ts';
import type { Inquiry } from './inquiry.ts';

export interface RebuildReport {
  readonly tables: number;
  readonly rows: number;
  /** Where the tables differ from what ledger and objects give; empty after rebuilding. */
  readonly differences: readonly { readonly table: string; readonly key: string; readonly what: string }[];
}

export interface RebuildOptions {
  readonly projections: readonly Projection[];
  /** An empty database to replay into and compare with; null to rebuild the inquiry's own tables. */
  readonly scratch: Store | null;
  readonly onProgress: (done: number, words: string) => void;
}

const PAGE = 100;
const MOST_DIFFERENCES = 100;

/**
 * Projections follow from the ledger and are replayed; proposals follow from texts and reader
 * and are read again. With a scratch database nothing of the inquiry is changed.
 */
export async function rebuildInquiry(inquiry: Inquiry, options: RebuildOptions): Promise<RebuildReport> {
  const onEvents = ({ events }: { events: number }): void => {
    options.onProgress(events, 'events replayed');
  };
  const { projections, scratch } = options;
  if (scratch === null) {
    const { tables, rows } = await rebuildProjections(inquiry.store, projections, onEvents);
    const read = await eachReading(inquiry, options.onProgress, async (item, proposals) => {
      await inquiry.store
        .transaction()
        .execute((tx) => storeProposals(tx, { item: item.id, compartment: item.compartment, readerVersion: READER_VERSION, proposals }));
      return [];
    });
    return { tables: tables + 1, rows: rows + read.rows, differences: [] };
  }
  const compared = await compareProjections(inquiry.store, projections, { scratch, onProgress: onEvents });
  const read = await eachReading(inquiry, options.onProgress, (item, proposals) => differencesIn(inquiry, item, proposals));
  return {
    tables: compared.tables + 1,
    rows: compared.rows + read.rows,
    differences: [...compared.differences, ...read.differences].slice(0, MOST_DIFFERENCES),
  };
}

type Differences = RebuildReport['differences'];

async function eachReading(
  inquiry: Inquiry,
  onProgress: RebuildOptions['onProgress'],
  use: (item: Item, proposals: readonly Proposal[]) => Promise<Differences>,
): Promise<{ rows: number; differences: Differences }> {
  const differences: Differences[number][] = [];
  let rows = 0;
  let items = 0;
  for (let after = 0; ; ) {
    const page = await listItems(inquiry.store, inquiry.scope, { after, limit: PAGE });
    const last = page.at(-1);
    if (last === undefined) return { rows, differences };
    for (const item of page) {
      const proposals = await readAgain(inquiry, item);
      rows += proposals.length;
      differences.push(...(await use(item, proposals)));
      items += 1;
      onProgress(items, 'items read again');
    }
    after = last.number;
  }
}

async function readAgain(inquiry: Inquiry, item: Item): Promise<readonly Proposal[]> {
  if (item.rendition === null || item.text === null) return [];
  const { record, text } = await openRendition(inquiry.objects, { rendition: item.rendition, text: item.text });
  return readDocument(readableDocument({ ...record, item: item.id, path: item.path, text }).document);
}

async function differencesIn(inquiry: Inquiry, item: Item, proposals: readonly Proposal[]): Promise<Differences> {
  const expected = new Map(proposals.map((proposal) => [proposal.id, proposal]));
  const differences: Differences[number][] = [];
  const differ = (key: string, what: string): void => {
    differences.push({ table: 'proposal', key, what });
  };
  let after: string | undefined;
  do {
    const page = await readProposals(inquiry.store, inquiry.scope, {
      items: [item.id],
      limit: PAGE,
      ...(after === undefined ? {} : { after }),
    });
    for (const { id, body, readerVersion } of page.proposals) {
      const should = expected.get(id);
      expected.delete(id);
      /* Proposals of an earlier reader are its own; rebuilding replaces them. */
      if (should === undefined) differ(id, readerVersion === READER_VERSION ? 'extra' : `was read by version ${readerVersion}`);
      else if (JSON.stringify(should.body) !== JSON.stringify(body)) differ(id, 'differs in body');
    }
    after = page.next ?? undefined;
  } while (after !== undefined);
  for (const id of expected.keys()) differ(id, 'missing');
  return differences;
}
