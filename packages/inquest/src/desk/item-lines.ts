import type { Readable } from 'node:stream';
import { Readable as NodeReadable } from 'node:stream';
import type { ItemLine } from '../api-contract/index.ts';
import { type DecidedInItem, decidedInItems, listClaims } from '../claims/index.ts';
import { type Item, listItems } from '../intake/index.ts';
import type { ItemId } from '../kernel/index.ts';
import { type DocumentDate, itemId, type ProposalKind } from '../model/index.ts';
import { countProposals } from '../reading/index.ts';
import { idOr } from './ids.ts';
import type { Inquiry } from './inquiry.ts';
import { numberOf, type Page, type PageQuery } from './paging.ts';
import { itemOf } from './text.ts';

/** Items in the order they came; the cursor is the number of the last one. */
export async function itemLines(inquiry: Inquiry, query: PageQuery): Promise<Page<ItemLine>> {
  const after = numberOf(query.cursor);
  const items = await listItems(inquiry.store, inquiry.scope, { limit: query.limit, ...(after === undefined ? {} : { after }) });
  const last = items.at(-1);
  return {
    lines: await linesOf(inquiry, items),
    next: items.length < query.limit || last === undefined ? null : String(last.number),
    total: null,
  };
}

export async function itemLineOf(inquiry: Inquiry, id: string): Promise<ItemLine> {
  const item = await itemOf(inquiry, idOr(itemId, id));
  const [line] = await linesOf(inquiry, [item]);
  return line ?? receivedLine(item);
}

export async function linesOf(inquiry: Inquiry, items: readonly Item[]): Promise<ItemLine[]> {
  const ids = items.map(({ id }) => id);
  const proposals = await countProposals(inquiry.store, inquiry.scope, ids);
  const decided = await decidedInItems(inquiry.store, inquiry.scope, ids);
  const derivations = await derivationsOf(inquiry, new Set([...decided].filter(([, { recorded }]) => recorded > 0).map(([item]) => item)));
  return items.map((item) => ({
    ...receivedLine(item),
    proposals: { ...proposals.get(item.id) },
    open: openCount(proposals.get(item.id), decided.get(item.id)),
    recorded: decided.get(item.id)?.recorded ?? 0,
    derivesFrom: derivations.get(item.id) ?? [],
  }));
}

/** Proposals a person decides on; dates, names and page furniture help to read and wait for nobody. */
const DECIDED_KINDS: readonly ProposalKind[] = ['attribution', 'quantity', 'role', 'derivation'];

function openCount(counts: Readonly<Partial<Record<ProposalKind, number>>> | undefined, decided: DecidedInItem | undefined): number {
  const proposed = DECIDED_KINDS.reduce((sum, kind) => sum + (counts?.[kind] ?? 0), 0);
  return Math.max(0, proposed - (decided?.decided ?? 0));
}

async function derivationsOf(inquiry: Inquiry, items: ReadonlySet<ItemId>): Promise<ReadonlyMap<ItemId, string[]>> {
  const found = new Map<ItemId, string[]>();
  for (const item of items) {
    const { rows } = await listClaims(inquiry.store, inquiry.scope, { item, kinds: ['derivation'], status: 'recorded', limit: 100 });
    const targets = rows.flatMap(({ content: { body } }) => (body.kind === 'derivation' && body.target !== null ? [body.target] : []));
    if (targets.length > 0) found.set(item, [...new Set<string>(targets)]);
  }
  return found;
}

/** An item as a line, before anything was proposed or decided. */
export function receivedLine(item: Item): ItemLine {
  return {
    path: item.path,
    item: item.id,
    sha256: item.sha256,
    bytes: item.bytes,
    mediaType: item.mediaType,
    outcome: item.outcome,
    reason: item.reason,
    words: item.words,
    languages: [...item.languages],
    encoding: item.encoding,
    title: item.title,
    publisher: item.publisher,
    textLength: item.textLength,
    parent: item.parent,
    duplicateOf: null,
    derivesFrom: [],
    dates: datesOf(item.dates),
    proposals: {},
    open: 0,
    recorded: 0,
    receivedAt: item.receivedAt,
  };
}

/** A line for something that was not taken in; nothing of it is held. */
export function refusedLine(path: string, reason: string, words: string): ItemLine {
  return {
    path,
    item: null,
    sha256: null,
    bytes: null,
    mediaType: null,
    outcome: 'refused',
    reason,
    words,
    languages: [],
    encoding: null,
    title: null,
    publisher: null,
    textLength: null,
    parent: null,
    duplicateOf: null,
    derivesFrom: [],
    dates: datesOf([]),
    proposals: {},
    open: 0,
    recorded: 0,
    receivedAt: null,
  };
}

function datesOf(dates: readonly DocumentDate[]): ItemLine['dates'] {
  const first = (kind: DocumentDate['kind']): string | null => dates.find((date) => date.kind === kind)?.edtf ?? null;
  return {
    published: first('published'),
    updated: first('updated'),
    pageRendered: first('pageRendered'),
    captured: first('captured'),
    urlPath: first('urlPath'),
    all: [...dates],
  };
}

/** The preserved bytes as a stream, not compared with their digest on the way. */
export async function originalOf(
  inquiry: Inquiry,
  id: string,
): Promise<{ item: string; fileName: string; sha256: string; bytes: number; stream: Readable }> {
  const item = await itemOf(inquiry, idOr(itemId, id));
  const fileName = item.path.split(/[\\/]/).at(-1) ?? item.id;
  return { item: item.id, fileName, sha256: item.sha256, bytes: item.bytes, stream: NodeReadable.from(inquiry.objects.get(item.sha256)) };
}
