import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forEachEngine, type TestEngine } from '../../../../tools/test-engines.ts';
import { OWNER_SCOPE, type Scope } from '../access/index.ts';
import { type CompartmentId, type ItemId, MAIN_COMPARTMENT, OWNER, type ProposalId, type Store } from '../kernel/index.ts';
import type { Proposal } from '../model/index.ts';
import { countProposals, getProposal, proposalTables, readProposals, storeProposals, totalProposals } from './index.ts';

const SEALED = 'sealed' as CompartmentId;
/** The one item of the sealed compartment. */
const SEALED_ITEM = 30;
const ONLY_MAIN: Scope = { person: OWNER, compartments: new Set([MAIN_COMPARTMENT]) };

/* Ids below have the forms their brands stand for. */
function item(number: number): ItemId {
  return `S-${String(number)}` as ItemId;
}

function id(number: number): ProposalId {
  return `P-${number.toString(16).padStart(16, '0')}` as ProposalId;
}

function proposal(number: number, of: number, kind: 'name' | 'boilerplate' = 'name'): Proposal {
  const shared = { start: number, end: number + 1, quote: 'x', rule: 'test', confidence: 0.25 };
  const body = kind === 'name' ? { ...shared, kind, type: 'person' as const, fullForm: null } : { ...shared, kind, zone: 'menu' as const };
  return { id: id(number), item: item(of), readerVersion: 'test-1', body };
}

async function put(store: Store, of: number, proposals: readonly Proposal[]): Promise<void> {
  const compartment = of === SEALED_ITEM ? SEALED : MAIN_COMPARTMENT;
  await store.transaction().execute((tx) => storeProposals(tx, { item: item(of), compartment, readerVersion: 'test-1', proposals }));
}

async function opened(engine: TestEngine): Promise<Store> {
  const store = await engine.open();
  await proposalTables.create(store);
  await proposalTables.create(store);
  return store;
}

async function listed(store: Store, scope: Scope, query: Parameters<typeof readProposals>[2]): Promise<readonly string[]> {
  const seen: string[] = [];
  let after: string | null = '';
  do {
    const page = await readProposals(store, scope, { ...query, after });
    assert.ok(page.proposals.length <= query.limit);
    seen.push(...page.proposals.map((found) => found.id));
    after = page.next;
  } while (after !== null);
  return seen;
}

forEachEngine('proposals', (engine) => {
  test('come back whole, by item number and in the order of reading', async () => {
    const store = await opened(engine);
    await put(store, 10, [proposal(5, 10), proposal(4, 10, 'boilerplate')]);
    await put(store, 9, [proposal(3, 9), proposal(1, 9), proposal(2, 9)]);
    assert.deepEqual(await getProposal(store, OWNER_SCOPE, id(4)), { ...proposal(4, 10, 'boilerplate'), compartment: MAIN_COMPARTMENT });
    for (const limit of [1, 2, 3, 1000]) assert.deepEqual(await listed(store, OWNER_SCOPE, { limit }), [3, 1, 2, 5, 4].map(id));
    assert.deepEqual(await listed(store, OWNER_SCOPE, { limit: 2, items: [item(10)] }), [id(5), id(4)]);
    assert.deepEqual(await listed(store, OWNER_SCOPE, { limit: 2, kinds: ['boilerplate'] }), [id(4)]);
    assert.deepEqual(await listed(store, OWNER_SCOPE, { limit: 2, kinds: [] }), []);
    assert.deepEqual([...(await countProposals(store, OWNER_SCOPE, [item(9), item(10), item(11)]))].sort(), [
      ['S-10', { boilerplate: 1, name: 1 }],
      ['S-9', { name: 3 }],
    ]);
    assert.equal(await totalProposals(store, OWNER_SCOPE), 5);
  });

  test('of an item are replaced whole by its next reading', async () => {
    const store = await opened(engine);
    await put(store, 1, [proposal(1, 1), proposal(2, 1)]);
    await put(store, 2, [proposal(3, 2)]);
    await put(store, 1, [proposal(4, 1), proposal(2, 1), proposal(4, 1)]);
    assert.deepEqual(await listed(store, OWNER_SCOPE, { limit: 10 }), [4, 2, 3].map(id));
    await put(store, 1, []);
    assert.deepEqual(await listed(store, OWNER_SCOPE, { limit: 10 }), [id(3)]);
  });

  test('of a compartment are seen by those who may see it', async () => {
    const store = await opened(engine);
    await put(store, 1, [proposal(1, 1)]);
    await put(store, SEALED_ITEM, [proposal(2, SEALED_ITEM)]);
    assert.deepEqual(await listed(store, ONLY_MAIN, { limit: 10 }), [id(1)]);
    assert.equal(await getProposal(store, ONLY_MAIN, id(2)), null);
    assert.equal(await totalProposals(store, ONLY_MAIN), 1);
    assert.equal((await countProposals(store, ONLY_MAIN, [item(SEALED_ITEM)])).size, 0);
  });

  test('many are written and none is lost', async () => {
    const store = await opened(engine);
    const many = Array.from({ length: 1234 }, (_, index) => proposal(index + 1, 1));
    await put(store, 1, many);
    assert.deepEqual(
      await listed(store, OWNER_SCOPE, { limit: 500 }),
      many.map((one) => one.id),
    );
  });
});
