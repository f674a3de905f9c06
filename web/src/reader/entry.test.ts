import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Entry, type Further, highlightsOf, neighbour, nextUndecided, shownEntries } from './entry.ts';

const entry = (key: string, kind: string, status: Entry['status']): Entry => ({
  key,
  kind,
  status,
  start: 0,
  end: 1,
  parts: [{ start: 0, end: 1 }],
  quote: '',
  chain: [],
  sentence: '',
  proposal: null,
  claim: null,
  decision: null,
});

const entries = [
  entry('a', 'attribution', 'recorded'),
  entry('b', 'date', 'proposed'),
  entry('c', 'quantity', 'proposed'),
  entry('d', 'role', 'set-aside'),
  entry('e', 'derivation', 'unsure'),
  entry('f', 'attribution', 'proposed'),
];
const keys = (some: readonly { readonly key: string }[]) => some.map(({ key }) => key).join('');
const asked = (...kinds: Further[]) => new Set(kinds);

describe('cards', () => {
  test('are claims and claim-bearing proposals; dates and what is set aside only when asked for', () => {
    assert.equal(keys(shownEntries(entries, asked(), new Set())), 'acef');
    assert.equal(keys(shownEntries(entries, asked('date', 'set-aside'), new Set())), 'abcdef');
  });

  test('what was just decided stays', () => {
    assert.equal(keys(shownEntries(entries, asked(), new Set(['d']))), 'acdef');
  });

  test('what is set aside is not highlighted unless asked for', () => {
    assert.equal(highlightsOf(entries, asked()).length, 5);
    assert.equal(highlightsOf(entries, asked('set-aside')).length, 6);
  });
});

describe('moving', () => {
  test('after a decision the next undecided card opens, going round once', () => {
    assert.equal(nextUndecided(entries, 'c')?.key, 'f');
    assert.equal(nextUndecided(entries, 'f')?.key, 'b');
    assert.equal(nextUndecided([entry('a', 'role', 'recorded'), entry('b', 'role', 'proposed')], 'b'), null);
  });

  test('next and previous stay at the ends', () => {
    assert.equal(neighbour(entries, null, 1)?.key, 'a');
    assert.equal(neighbour(entries, null, -1)?.key, 'f');
    assert.equal(neighbour(entries, 'f', 1), null);
    assert.equal(neighbour(entries, 'a', -1), null);
  });
});
