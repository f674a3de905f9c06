import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { arcsOf } from './arcs.ts';
import { plotOf } from './plot.ts';
import { differencesOf, repeatsOf, treeOf } from './question.ts';
import { bySaid } from './said-order.ts';
import { account, karsa, via } from './sample-question.ts';

describe('the plot', () => {
  const choice = { width: 1224, scale: 'tenfold', originsOnly: false, character: 7, dateRoom: 84 } as const;

  test('has one row per document, by date said', () => {
    assert.deepEqual(
      plotOf(karsa, choice).rows.map((row) => row.item),
      ['S-31', 'S-40', 'S-33', 'S-4', 'S-9', 'S-17', 'S-18'],
    );
  });

  test('shows every figure a document gives in its one row', () => {
    const row = plotOf(karsa, choice).rows.find(({ item }) => item === 'S-17');
    assert.deepEqual(
      row?.marks.map((mark) => [mark.account, mark.drawn.shape, mark.origin]),
      [
        ['C-1008', 'ring', false],
        ['C-1003', 'stop', false],
        ['C-1050', 'stop', false],
      ],
    );
  });

  test('without repeats, only origins and no arcs remain', () => {
    const plot = plotOf(karsa, { ...choice, originsOnly: true });
    assert.deepEqual(
      plot.rows.map((row) => row.item),
      ['S-31', 'S-40', 'S-4', 'S-9'],
    );
    assert.equal(plot.arcs.length, 0);
  });

  test('no label covers a mark of its row or leaves the drawing, at any width', () => {
    fc.assert(
      fc.property(fc.integer({ min: 300, max: 1600 }), fc.constantFrom('tenfold' as const, 'linear' as const), (width, scale) => {
        const plot = plotOf(karsa, { ...choice, width, scale });
        const room = width - plot.columns.axis;
        for (const row of plot.rows) {
          for (const { label } of row.marks) {
            if (label === null) continue;
            const [from, to] = label.end ? [label.at - label.words.length * 7, label.at] : [label.at, label.at + label.words.length * 7];
            assert.ok(from >= 0 && to <= room);
            for (const { drawn } of row.marks) assert.ok(drawn.shape === 'none' || to <= drawn.from || from >= drawn.to);
          }
        }
      }),
    );
  });
});

const ROWS = ['a', 'b', 'c', 'd', 'e'];
test('arcs that overlap never share a lane while lanes last', () => {
  const link = fc.record({ from: fc.constantFrom(...ROWS), to: fc.constantFrom(...ROWS), proposed: fc.boolean() });
  fc.assert(
    fc.property(fc.array(link, { maxLength: 4 }), (links) => {
      const arcs = arcsOf(ROWS, links);
      for (const [index, one] of arcs.entries()) {
        for (const other of arcs.slice(index + 1)) {
          const [low, high] = [Math.min(one.fromRow, one.toRow), Math.max(one.fromRow, one.toRow)];
          const apart = high <= Math.min(other.fromRow, other.toRow) || Math.max(other.fromRow, other.toRow) <= low;
          assert.ok(apart || one.lane !== other.lane);
        }
      }
    }),
  );
});

describe('an account', () => {
  test('its tree puts each repeat under what it rests on', () => {
    const families = karsa.accounts.find(({ id }) => id === 'C-1008');
    assert.deepEqual(
      treeOf(families?.via ?? []).map(({ via: { item }, depth, last }) => [item, depth, last]),
      [
        ['S-4', 0, true],
        ['S-17', 1, true],
        ['S-18', 2, true],
      ],
    );
  });

  test('reports that rest on each other in a circle are each drawn once', () => {
    const circle = [via('S-1', { derivesFrom: 'S-2' }), via('S-2', { derivesFrom: 'S-1' })];
    assert.deepEqual(
      treeOf(circle).map(({ via: { item } }) => item),
      ['S-1', 'S-2'],
    );
  });

  test('repeats are what is left of the reports, as an interval', () => {
    assert.deepEqual(repeatsOf({ reports: 6, origins: { min: 1, max: 2 } }), { min: 4, max: 5 });
  });
});

test('kinds of difference come from the comparison and from what was counted', () => {
  assert.deepEqual(differencesOf(karsa), ['number', 'counted']);
  const alike = {
    accounts: [account('C-1', {}), account('C-2', {})],
    comparison: [{ a: 'C-1', b: 'C-2', result: 'equal', reason: 'same-figure', words: '' }],
  } as const;
  assert.deepEqual(differencesOf({ accounts: [...alike.accounts], comparison: [...alike.comparison] }), []);
});

test('undated reports stand last, coarser dates before finer ones', () => {
  const said = [null, '1991-10-02', '1996-06', '1991', '1990/1996', '1991-23'];
  assert.deepEqual(
    bySaid(said, (date) => date),
    ['1990/1996', '1991', '1991-23', '1991-10-02', '1996-06', null],
  );
});
