import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, RouterProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { claimsSearch } from './claims/claims-search.ts';
import { custodySearch } from './custody/custody-search.ts';
import { figuresSearch } from './figures/figures-search.ts';
import { ProgressProvider } from './http/index.ts';
import { KeysProvider } from './keys/index.ts';
import { LibraryScreen } from './library/library-screen.tsx';
import { librarySearch } from './library/library-search.ts';
import { readerSearch } from './reader/reader-search.ts';
import { Crashed, Frame, NotFound, Waiting } from './shell/index.ts';

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound });
const library = createRoute({ getParentRoute: () => root, path: '/', validateSearch: librarySearch, component: LibraryScreen });
const reader = createRoute({
  getParentRoute: () => root,
  path: '/items/$item',
  validateSearch: readerSearch,
  component: lazyRouteComponent(() => import('./reader/reader-screen.tsx'), 'ReaderScreen'),
});
const claims = createRoute({
  getParentRoute: () => root,
  path: '/claims',
  validateSearch: claimsSearch,
  component: lazyRouteComponent(() => import('./claims/claims-screen.tsx'), 'ClaimsScreen'),
});
const figures = createRoute({
  getParentRoute: () => root,
  path: '/figures',
  validateSearch: figuresSearch,
  component: lazyRouteComponent(() => import('./figures/figures-screen.tsx'), 'FiguresScreen'),
});
const custody = createRoute({
  getParentRoute: () => root,
  path: '/custody',
  validateSearch: custodySearch,
  component: lazyRouteComponent(() => import('./custody/custody-screen.tsx'), 'CustodyScreen'),
});

const router = createRouter({
  routeTree: root.addChildren([library, reader, claims, figures, custody]),
  defaultErrorComponent: Crashed,
  defaultPendingComponent: Waiting,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

/** Everything below the language: data, progress, keys, routes. */
export function App({ client }: { readonly client: QueryClient }): ReactNode {
  return (
    <QueryClientProvider client={client}>
      <ProgressProvider>
        <KeysProvider>
          <RouterProvider router={router} />
        </KeysProvider>
      </ProgressProvider>
    </QueryClientProvider>
  );
}
