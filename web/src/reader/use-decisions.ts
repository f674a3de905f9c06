import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { ClaimPage, DecisionAnswer, ProposalPage } from '../../../packages/inquest/src/api-contract/index.ts';
import { send } from '../http/index.ts';
import type { Entry } from './entry.ts';

/** Why a proposal is set aside, in the order of the keys 1 to 6. */
export const REASONS = ['not-a-claim', 'wrong-attribution', 'wrong-reading', 'duplicate', 'out-of-scope', 'other'] as const;
export type Reason = (typeof REASONS)[number];

export type Content = Readonly<Record<string, unknown>>;

/** What can be decided about an entry. Every function answers what the program wrote, or null when it refused; the refusal is then in `faults`. */
export interface Decisions {
  readonly record: (entry: Entry, content?: Content) => Promise<DecisionAnswer | null>;
  readonly recordPassage: (item: string, content: Content) => Promise<DecisionAnswer | null>;
  readonly setAside: (entry: Entry, reason: Reason) => Promise<DecisionAnswer | null>;
  readonly unsure: (entry: Entry) => Promise<DecisionAnswer | null>;
  readonly edit: (entry: Entry, content: Content, version: number) => Promise<DecisionAnswer | null>;
  readonly undo: (entry: Entry) => Promise<DecisionAnswer | null>;
  /** By entry; `new` for a claim from a selection. */
  readonly faults: ReadonlyMap<string, unknown>;
  readonly forget: (key: string) => void;
}

export const NEW_ENTRY = 'new';

/** Writes decisions about one item and puts what was written into the lists already here. A second decision about an entry waits for the first. */
export function useDecisions(item: string): Decisions {
  const client = useQueryClient();
  const busy = useRef(new Set<string>());
  const [faults, setFaults] = useState<ReadonlyMap<string, unknown>>(new Map());
  const put = useCallback((key: string, fault: unknown) => {
    setFaults((before) => {
      const after = new Map(before);
      if (fault === null) after.delete(key);
      else after.set(key, fault);
      return after;
    });
  }, []);
  const decide = useCallback(
    async (key: string, write: () => Promise<DecisionAnswer>) => {
      if (busy.current.has(key)) return null;
      busy.current.add(key);
      put(key, null);
      try {
        const answer = await write();
        patchLists(client, item, answer);
        return answer;
      } catch (fault) {
        put(key, fault);
        return null;
      } finally {
        busy.current.delete(key);
      }
    },
    [client, item, put],
  );
  return useMemo(
    () => ({
      record: (entry, content) =>
        decide(entry.key, () => write('claims', { proposal: entry.proposal?.id ?? '', ...(content === undefined ? {} : { content }) })),
      recordPassage: (of, content) => decide(NEW_ENTRY, () => write('claims', { item: of, content })),
      setAside: (entry, reason) =>
        decide(entry.key, () => write('setAside', { reason, words: null }, { proposal: entry.proposal?.id ?? '' })),
      unsure: (entry) => decide(entry.key, () => write('unsure', { words: null }, { proposal: entry.proposal?.id ?? '' })),
      edit: (entry, content, version) =>
        decide(entry.key, () =>
          send('claim', {
            method: 'PUT',
            values: { claim: entry.claim?.claim ?? '' },
            body: { content, reason: null },
            ifMatch: `"${String(version)}"`,
          }),
        ),
      undo: (entry) => decide(entry.key, () => write('undo', {}, { event: entry.decision ?? '' })),
      faults,
      forget: (key) => put(key, null),
    }),
    [decide, faults, put],
  );
}

type DecisionRoute = 'claims' | 'setAside' | 'unsure' | 'undo';

function write(route: DecisionRoute, body: object, values: Readonly<Record<string, string>> = {}): Promise<DecisionAnswer> {
  return send(route, { method: 'POST', body, values, idempotencyKey: crypto.randomUUID() });
}

/** Puts the answer where the reader shows it and lets every other list be asked for anew. */
function patchLists(client: ReturnType<typeof useQueryClient>, item: string, { claim, proposal }: DecisionAnswer): void {
  const own = (route: string) => ({ queryKey: [route, 'pages', { item }] });
  if (proposal !== null) {
    client.setQueriesData<InfiniteData<ProposalPage>>(own('proposals'), (data) =>
      mapPages(data, (page) => ({ ...page, lines: page.lines.map((line) => (line.id === proposal.id ? proposal : line)) })),
    );
  }
  if (claim !== null) {
    client.setQueriesData<InfiniteData<ClaimPage>>(own('claims'), (data) => {
      const known = data?.pages.some((page) => page.lines.some((line) => line.claim === claim.claim)) === true;
      return mapPages(data, (page, place) => {
        const lines = page.lines.map((line) => (line.claim === claim.claim ? claim : line));
        return { ...page, lines: known || place > 0 ? lines : [...lines, claim] };
      });
    });
  }
  void client.invalidateQueries({
    predicate: ({ queryKey: [route, paged, query] }) =>
      !(paged === 'pages' && isOf(query, item)) && route !== 'text' && route !== 'verification',
  });
}

function isOf(query: unknown, item: string): boolean {
  return typeof query === 'object' && query !== null && 'item' in query && query.item === item;
}

function mapPages<P>(data: InfiniteData<P> | undefined, map: (page: P, place: number) => P): InfiniteData<P> | undefined {
  return data === undefined ? undefined : { ...data, pages: data.pages.map(map) };
}
