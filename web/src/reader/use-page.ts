import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { ClaimLine, FiguresLine, ProposalLine, TextLine } from '../../../packages/inquest/src/api-contract/index.ts';
import { asked, askedPages } from '../http/index.ts';
import { type Entry, entriesOf } from './entry.ts';
import { type Relation, relationsOf } from './relation.ts';

/** Everything about one item that the reader shows. `complete` is false while further pages of proposals are on their way. */
export interface Page {
  readonly text: TextLine | undefined;
  readonly entries: readonly Entry[];
  readonly relations: ReadonlyMap<string, Relation>;
  readonly figures: FiguresLine | undefined;
  readonly complete: boolean;
  readonly fault: unknown;
  readonly again: () => void;
}

const NO_PROPOSALS: readonly ProposalLine[] = [];
const NO_CLAIMS: readonly ClaimLine[] = [];

/** Asks for the text of an item that has one, its proposals and claims to the last page, and the figures they stand in. */
export function usePage(item: string, hasText: boolean): Page {
  const text = useQuery({ ...asked('text', { values: { item } }), enabled: hasText, staleTime: Number.POSITIVE_INFINITY });
  const proposals = useInfiniteQuery(askedPages('proposals', { item }));
  const claims = useInfiniteQuery(askedPages('claims', { item }));
  const figures = useQuery(asked('figures'));
  useAll(proposals);
  useAll(claims);
  const proposed = useMemo(() => proposals.data?.pages.flatMap((page) => page.lines) ?? NO_PROPOSALS, [proposals.data]);
  const recorded = useMemo(() => claims.data?.pages.flatMap((page) => page.lines) ?? NO_CLAIMS, [claims.data]);
  const entries = useMemo(() => entriesOf(proposed, recorded), [proposed, recorded]);
  const relations = useMemo(() => relationsOf(entries, figures.data), [entries, figures.data]);
  return {
    text: text.data,
    entries,
    relations,
    figures: figures.data,
    complete: proposals.isSuccess && claims.isSuccess && !proposals.hasNextPage && !claims.hasNextPage,
    fault: text.error ?? proposals.error ?? claims.error,
    again: () => void Promise.all([text.refetch(), proposals.refetch(), claims.refetch()]),
  };
}

interface Paged {
  readonly hasNextPage: boolean;
  readonly isFetching: boolean;
  readonly isError: boolean;
  readonly fetchNextPage: () => Promise<unknown>;
}

/** Goes on asking until the last page is here. */
function useAll({ hasNextPage, isFetching, isError, fetchNextPage }: Paged): void {
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
}
