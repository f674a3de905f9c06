import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ItemLine } from '../../../packages/inquest/src/api-contract/index.ts';
import { matches, mediaWord, nameOf, repeatsAmong, threeDates } from './item-facts.ts';
import { withRecent } from './recent-lines.ts';
import { itemLine } from './sample-item.ts';

function dated(...all: readonly (readonly [kind: string, edtf: string, basis?: string])[]): ItemLine {
  const lines = all.map(([kind, edtf, basis = 'meta']) => ({ kind, edtf, raw: edtf, basis, start: null, end: null }));
  return itemLine({ dates: { published: null, updated: null, pageRendered: null, captured: null, urlPath: null, all: lines } });
}

describe('three dates', () => {
  test('a page date far from the stated one is marked as the site’s', () => {
    const dates = threeDates(dated(['pageRendered', '2024-04-25', 'visible'], ['published', '2022-01-14', 'visible']));
    assert.equal(dates.page.off, true);
    assert.equal(dates.stated.off, false);
    assert.equal(dates.stated.edtf, '2022-01-14');
  });
  test('a page drawn within a month, or with nothing to compare, is not marked', () => {
    assert.equal(threeDates(dated(['pageRendered', '2022-01-16'], ['published', '2022-01-14'])).page.off, false);
    assert.equal(threeDates(dated(['pageRendered', '2022-01-16'], ['published', '2022'])).page.off, false);
    assert.equal(threeDates(dated(['pageRendered', '2022-01-16'])).page.off, false);
  });
  test('a page date never becomes the stated one', () => {
    assert.equal(threeDates(dated(['pageRendered', '2024-04-25'])).stated.edtf, null);
  });
  test('without a capture date the day it came in stands there, and says so', () => {
    const { captured } = threeDates(itemLine({}));
    assert.equal(captured.edtf, '2026-11-11T10:03:12.000Z');
    assert.equal(captured.basis, 'basis.received');
  });
});

test('the filter finds words in any field, across letter forms and digits, and all of them must stand there', () => {
  const item = itemLine({ item: 'S-17', title: 'خانواده‌های کشته‌شدگان کارسا ۱۳۷۰', publisher: 'The Harbour Dispatch', reason: null });
  const found = (words: string) => matches(item, { words });
  assert.ok(found('s-17'));
  assert.ok(found('HARBOUR dispatch'));
  assert.ok(found('كارسا'), 'Arabic kaf finds Persian kaf');
  assert.ok(found('1370'));
  assert.ok(found('خانوادههای'), 'without the joiner');
  assert.ok(!found('harbour openwire'));
});

test('an outcome or a reason shown alone leaves out the others', () => {
  const scan = itemLine({ outcome: 'kept-not-readable', reason: 'needs-ocr' });
  assert.ok(matches(scan, { show: 'needs-ocr' }));
  assert.ok(matches(scan, { show: 'kept-not-readable' }));
  assert.ok(!matches(scan, { show: 'encrypted' }));
  assert.ok(!matches(itemLine({}), { show: 'needs-ocr' }));
});

test('an item without a title is called by the name it came under', () => {
  assert.equal(nameOf(itemLine({})), 'open-letter.html');
  assert.equal(nameOf(itemLine({ path: 'a\\b.pdf' })), 'b.pdf');
});

test('kinds of material', () => {
  assert.equal(mediaWord('application/xhtml+xml'), 'media.page');
  assert.equal(mediaWord('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'), 'media.table');
  assert.equal(mediaWord('application/x-of-tomorrow'), 'media.other');
  assert.equal(mediaWord(null), 'media.unknown');
});

test('repeats are counted by recorded derivation alone', () => {
  const [origin, copy] = [itemLine({ item: 'S-1' }), itemLine({ item: 'S-2', derivesFrom: ['S-1'], proposals: { derivation: 4 } })];
  assert.deepEqual(repeatsAmong([origin, copy]).get('S-1'), [copy]);
  assert.equal(repeatsAmong([origin, copy]).get('S-2'), undefined);
});

describe('finished lines of the running batch', () => {
  const pages = (next: string | null, ...lines: ItemLine[]) => ({ pages: [{ lines, next, total: null }], pageParams: [null] });
  const waiting = itemLine({ item: 'S-1', outcome: 'pending' });
  const read = itemLine({ item: 'S-1', title: 'Open letter' });
  const later = itemLine({ item: 'S-2' });
  test('take the place of their waiting ones', () => {
    assert.deepEqual(withRecent(pages(null, waiting), [read]).pages[0]?.lines, [read]);
  });
  test('follow a list that is loaded to its end, once', () => {
    assert.deepEqual(withRecent(pages(null, read), [later, later]).pages[0]?.lines, [read, later]);
  });
  test('wait for their page in a list that is not', () => {
    assert.deepEqual(withRecent(pages('cursor', read), [later]).pages[0]?.lines, [read]);
  });
});
