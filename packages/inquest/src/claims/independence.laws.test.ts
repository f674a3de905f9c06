import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ChainLink } from '../model/index.ts';
import { derivation, itemId, link } from './claims-for-tests.ts';
import { documentLink } from './content-of-proposal.ts';
import type { DerivationEdge } from './derivation-graph.ts';
import { independence, type Utterance } from './independence.ts';

const ITEMS = 6;
const item = fc.integer({ min: 1, max: ITEMS });
const claimant: fc.Arbitrary<readonly ChainLink[]> = fc.oneof(
  fc
    .constantFrom('Mara Desle', 'Desle', 'Idris Desle', 'Meridian Rights Institute (MRI)', 'MRI', 'Northline Wire')
    .map((name) => [link('named', name, 'said')]),
  fc.constantFrom('survivors', 'four survivors').map((words) => [link('collective', words)]),
  fc.constant([link('unattributed', '')]),
  fc.constant([]),
  fc.constant([link('named', 'Northline Wire', 'confirmed')]),
  fc.constant([link('named', 'Northline Wire', 'reported'), link('named', 'Mara Desle', 'said')]),
);
const utterances: fc.Arbitrary<readonly Utterance[]> = fc
  .array(fc.tuple(item, claimant), { maxLength: 10 })
  .map((all) =>
    all.map(([number, chain], index) => ({ id: `u${String(index)}`, item: itemId(number), chain: [documentLink('x'), ...chain] })),
  );
const relation = fc.constantFrom('republishes', 'translates', 'text_reuse', 'quotes', 'relies_on', 'same_underlying_source');
const target = fc.oneof(item, fc.constantFrom('Openwire', 'Northline Wire'));
const edge: fc.Arbitrary<DerivationEdge> = fc.tuple(item, target, relation).map(([from, to, kind]) => derivation(from, to, kind));
const edges = fc.array(edge, { maxLength: 8 });

function origins(said: readonly Utterance[], recorded: readonly DerivationEdge[]): { readonly min: number; readonly max: number } {
  return independence({ utterances: said, recorded }).origins;
}

const MANY = { numRuns: 500 };

test('the lower end is never above the upper, and the upper never above what was said', () => {
  fc.assert(
    fc.property(utterances, edges, (said, recorded) => {
      const { min, max } = origins(said, recorded);
      assert.ok(0 <= min && min <= max && max <= said.length);
    }),
    MANY,
  );
});

test('order of arrival makes no difference', () => {
  const shuffled = fc
    .tuple(utterances, edges)
    .chain(([said, recorded]) =>
      fc.tuple(
        fc.constant({ said, recorded }),
        fc.shuffledSubarray([...said], { minLength: said.length }),
        fc.shuffledSubarray([...recorded], { minLength: recorded.length }),
      ),
    );
  fc.assert(
    fc.property(shuffled, ([{ said, recorded }, otherSaid, otherRecorded]) => {
      const [one, other] = [independence({ utterances: said, recorded }), independence({ utterances: otherSaid, recorded: otherRecorded })];
      assert.deepEqual(other, one);
    }),
    MANY,
  );
});

test('adding a copy of a document in hand never raises the lower end', () => {
  const whole = fc.constantFrom('republishes', 'translates', 'text_reuse');
  fc.assert(
    fc.property(fc.tuple(utterances, edges), claimant, whole, ([said, recorded], chain, kind) => {
      const [original] = said;
      fc.pre(original !== undefined && !independence({ utterances: said, recorded }).saidConfirmed.includes(original.id));
      const copy: Utterance = { id: 'copy', item: itemId(ITEMS + 1), chain: [documentLink('copy'), ...chain] };
      const link = derivation(ITEMS + 1, Number(original.item.slice(2)), kind);
      assert.ok(origins([...said, copy], [...recorded, link]).min <= origins(said, recorded).min);
    }),
    MANY,
  );
});

test('recording a derivation never raises the upper end', () => {
  fc.assert(
    fc.property(utterances, edges, edge, (said, recorded, added) => {
      assert.ok(origins(said, [...recorded, added]).max <= origins(said, recorded).max);
    }),
    MANY,
  );
});

test('a proposed derivation never moves the interval', () => {
  fc.assert(
    fc.property(utterances, edges, edges, (said, recorded, proposed) => {
      assert.deepEqual(independence({ utterances: said, recorded, proposed }).origins, origins(said, recorded));
    }),
  );
});
