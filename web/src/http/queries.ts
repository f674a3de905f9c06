import { infiniteQueryOptions, QueryClient, queryOptions } from '@tanstack/react-query';
import { type Answers, type Asking, get, type ReadRoute } from './client.ts';
import { HttpProblem } from './problem.ts';

/** Lines asked for at a time in lists. */
export const PAGE_LINES = 200;

/** One client for the page. A refusal is an answer and is not asked again; a stopped program is asked again when it is back. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        networkMode: 'always',
        retry: (failures, fault) => !(fault instanceof HttpProblem) && failures < 2,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** Query options for one GET: `useQuery(asked('inquiry'))`, `useQuery(asked('text', { values: { item } }))`. Keys start with the route's name. */
export function asked<R extends ReadRoute>(route: R, asking: Omit<Asking, 'signal'> = {}) {
  return queryOptions({
    queryKey: [route, asking.values ?? {}, asking.query ?? {}],
    queryFn: ({ signal }): Promise<Answers[R]> => get(route, { ...asking, signal }),
  });
}

type PagedRoute = 'items' | 'claims' | 'proposals' | 'events';

/** The same for a list paged by cursor: `useInfiniteQuery(askedPages('items'))`. */
export function askedPages<R extends PagedRoute>(route: R, query: Readonly<Record<string, string | undefined>> = {}) {
  return infiniteQueryOptions({
    queryKey: [route, 'pages', query],
    queryFn: ({ pageParam, signal }): Promise<Answers[R]> =>
      get(route, { query: { ...query, limit: PAGE_LINES, cursor: pageParam ?? undefined }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Answers[R]) => last.next,
  });
}
