import type { ItemLine } from '../../../packages/inquest/src/api-contract/index.ts';

/** An item as tests need it: read, without dates, changed where said. */
export function itemLine(change: Partial<ItemLine>): ItemLine {
  return {
    path: 'letters/open-letter.html',
    item: 'S-1',
    sha256: 'ab'.repeat(32),
    bytes: 1200,
    mediaType: 'text/html',
    outcome: 'extracted',
    reason: null,
    words: null,
    languages: ['en'],
    encoding: 'utf-8',
    title: null,
    publisher: null,
    textLength: 900,
    parent: null,
    duplicateOf: null,
    derivesFrom: [],
    dates: { published: null, updated: null, pageRendered: null, captured: null, urlPath: null, all: [] },
    proposals: {},
    open: 0,
    recorded: 0,
    receivedAt: '2026-11-11T10:03:12.000Z',
    ...change,
  };
}
