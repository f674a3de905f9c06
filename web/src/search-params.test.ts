import assert from 'node:assert/strict';
import { test } from 'node:test';
import { librarySearch } from './library/library-search.ts';
import { choiceParam, idParam, textParam } from './search-params.ts';

test('an address anybody typed is read part by part; what is not understood is left out', () => {
  assert.deepEqual(librarySearch({ item: 'S-17', q: 'harbour', intake: 'open' }), { item: 'S-17', q: 'harbour', intake: 'open' });
  assert.deepEqual(librarySearch({ item: '../../etc', q: ['a'], intake: 'ajar', other: 1 }), {});
});

test('digits typed as words stay words', () => assert.equal(textParam({ q: 1991 }, 'q'), '1991'));
test('a text without end is left out', () => assert.equal(textParam({ q: 'a'.repeat(201) }, 'q'), undefined));
test('an ID of another kind is left out', () => assert.equal(idParam({ item: 'C-1' }, 'item', 'S'), undefined));
test('a choice that is none is left out', () => assert.equal(choiceParam({ a: 'x' }, 'a', ['y', 'z']), undefined));
