import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { forEachEngine, type TestEngine } from '../../../../tools/test-engines.ts';
import { TEST_INSTRUMENT, testEffects, testSigner } from '../../../../tools/test-inquiry.ts';
import { OWNER_SCOPE, type Scope } from '../access/index.ts';
import { type CompartmentId, done, type EventId, MAIN_COMPARTMENT, type Outcome, OWNER, type Store } from '../kernel/index.ts';
import { compareProjections, createLedger, type Ledger, rebuildProjections } from '../ledger/index.ts';
import type { Proposal } from '../model/index.ts';
import { proposalTables, storeProposals } from '../reading/index.ts';
import {
  cited,
  claimId,
  content,
  counting,
  derivationProposal,
  exactly,
  itemId,
  moreThan,
  noMoreThan,
  proposalId,
  quantityBody,
  quantityProposal,
  saidBy,
} from './claims-for-tests.ts';
import type { CitedText } from './content-of-proposal.ts';
import {
  claimCounts,
  claimHistory,
  claimsProjection,
  confirmQuestion,
  decidedInItems,
  decisionsOf,
  editClaim,
  getClaim,
  getQuestion,
  linkDerivation,
  listClaims,
  listDecisions,
  listQuestions,
  markUnsure,
  planRecordProposal,
  readFigures,
  recordClaim,
  recordProposal,
  setAsideProposal,
  splitQuestion,
  undoDecision,
  type Written,
} from './index.ts';

const SEALED = 'sealed' as CompartmentId;
const ONLY_MAIN: Scope = { person: OWNER, compartments: new Set([MAIN_COMPARTMENT]) };

const families = cited(4, 'The Association of Karsa Families says about 12,000 prisoners were put to death in 1991.', { name: 'Leaflet' });
const dispatch = cited(
  17,
  'The Meridian Rights Institute says more than 3,400 were executed, the ministry no more than 92. Source » Openwire',
  { name: 'The Harbour Dispatch' },
);
const hidden = cited(30, 'A witness says 5 were killed.', { compartment: SEALED });

const killed = counting({ place: 'Karsa', period: '1991' });
const PROPOSALS: readonly (readonly [CitedText, readonly Proposal[]])[] = [
  [
    families,
    [
      quantityProposal(1, families, {
        passage: '12,000',
        quantity: { ...exactly(12_000), qualifier: 'approx', min: null, max: null, raw: 'about 12,000' },
        counted: killed,
        chain: saidBy('Leaflet', 'The Association of Karsa Families'),
      }),
    ],
  ],
  [
    dispatch,
    [
      quantityProposal(2, dispatch, {
        passage: '3,400',
        quantity: moreThan(3400),
        counted: killed,
        chain: saidBy('The Harbour Dispatch', 'The Meridian Rights Institute'),
      }),
      quantityProposal(3, dispatch, {
        passage: '92',
        quantity: noMoreThan(92),
        counted: killed,
        chain: saidBy('The Harbour Dispatch', 'Ministry of Justice'),
      }),
      derivationProposal(4, dispatch, 'Openwire'),
    ],
  ],
  [hidden, [quantityProposal(5, hidden, { passage: '5', quantity: exactly(5), counted: killed })]],
];

async function inquiry(engine: TestEngine): Promise<{ store: Store; ledger: Ledger }> {
  const store = await engine.open();
  const projections = [proposalTables, claimsProjection];
  const ledger = await createLedger({ store, signer: testSigner(), effects: testEffects(), instrument: TEST_INSTRUMENT, projections });
  const read = await ledger.commit(OWNER_SCOPE, () =>
    Promise.resolve(
      done({
        events: [],
        value: null,
        derived: async (tx) => {
          for (const [{ item, compartment }, proposals] of PROPOSALS)
            await storeProposals(tx, { item, compartment, readerVersion: 'test-1', proposals });
        },
      }),
    ),
  );
  assert.ok(read.ok);
  return { store, ledger };
}

async function written<T>(outcome: Promise<Outcome<Written<T>>>): Promise<{ value: T; event: EventId }> {
  const result = await outcome;
  assert.ok(result.ok, result.ok ? '' : `${result.code}: ${result.what}`);
  const [event] = result.value.events;
  assert.ok(event !== undefined);
  return { value: result.value.value, event: event.id };
}

async function refused(outcome: Promise<Outcome<unknown>>): Promise<string> {
  const result = await outcome;
  return result.ok ? 'taken' : result.code;
}

/** What anybody can see of the decisions, but for history: versions, times and events. */
async function visible(store: Store): Promise<unknown> {
  const { rows: claims } = await listClaims(store, OWNER_SCOPE, { status: 'recorded', limit: 1000 });
  const decided = await decisionsOf(store, OWNER_SCOPE, [1, 2, 3, 4, 5].map(proposalId));
  const { rows: questions } = await listQuestions(store, OWNER_SCOPE, { limit: 200 });
  return {
    claims: claims.map(({ id, content: said, proposal }) => ({ id, said, proposal })),
    decided: [...decided.values()]
      .map(({ proposal, status, claim, reason, words }) => ({ proposal, status, claim, reason, words }))
      .sort((a, b) => (a.proposal < b.proposal ? -1 : 1)),
    questions: questions.map(({ id, asks, counted, claims: members, proposals }) => ({ id, asks, counted, members, proposals })),
  };
}

forEachEngine('decisions on claims', (engine) => {
  test('a proposal is recorded once, taken back once, and can be recorded anew', async () => {
    const { store, ledger } = await inquiry(engine);
    const request = { proposal: proposalId(2), cited: dispatch };
    const planned = await planRecordProposal(store, OWNER_SCOPE, request);
    assert.ok(planned.ok);
    assert.deepEqual(await claimCounts(store, OWNER_SCOPE), { claims: 0, setAside: 0, unsure: 0, questions: 0 });
    const { value, event } = await written(recordProposal(ledger, OWNER_SCOPE, request));
    assert.deepEqual(value, planned.value.value);
    assert.equal(value.claim, 'C-1');
    assert.equal(await refused(recordProposal(ledger, OWNER_SCOPE, request)), 'already-decided');
    const claim = await getClaim(store, OWNER_SCOPE, value.claim);
    assert.deepEqual(
      [claim?.version, claim?.status, claim?.item, claim?.proposal, claim?.event],
      [1, 'recorded', 'S-17', proposalId(2), event],
    );
    assert.deepEqual((await decisionsOf(store, OWNER_SCOPE, [proposalId(2)])).get(proposalId(2)), {
      proposal: proposalId(2),
      item: 'S-17',
      status: 'recorded',
      event,
      claim: 'C-1',
      reason: null,
      words: null,
    });
    await written(undoDecision(ledger, OWNER_SCOPE, { event }));
    assert.equal(await refused(undoDecision(ledger, OWNER_SCOPE, { event })), 'already-undone');
    assert.equal((await getClaim(store, OWNER_SCOPE, value.claim))?.status, 'undone');
    assert.equal((await written(recordProposal(ledger, OWNER_SCOPE, request))).value.claim, 'C-2');
  });

  test('an edit makes a version, and taking it back makes another', async () => {
    const { store, ledger } = await inquiry(engine);
    const first = content(dispatch, 'no more than 92', {
      body: quantityBody(noMoreThan(92)),
      chain: saidBy('The Harbour Dispatch', 'the ministry'),
    });
    const { value } = await written(recordClaim(ledger, OWNER_SCOPE, { cited: dispatch, content: first }));
    const request = { claim: value.claim, reason: 'the chain', cited: dispatch };
    const second = { ...first, saidOn: '1992-02-11' };
    const third = { ...second, note: 'communiqué 114' };
    const edit = await written(editClaim(ledger, OWNER_SCOPE, { ...request, expectedVersion: 1, content: second }));
    assert.equal(await refused(editClaim(ledger, OWNER_SCOPE, { ...request, expectedVersion: 1, content: third })), 'version-conflict');
    const again = await written(editClaim(ledger, OWNER_SCOPE, { ...request, expectedVersion: 2, content: third }));
    assert.equal(await refused(undoDecision(ledger, OWNER_SCOPE, { event: edit.event })), 'decided-since');
    await written(undoDecision(ledger, OWNER_SCOPE, { event: again.event }));
    assert.deepEqual((await getClaim(store, OWNER_SCOPE, value.claim))?.content, second);
    const undone = await written(undoDecision(ledger, OWNER_SCOPE, { event: edit.event }));
    const now = await getClaim(store, OWNER_SCOPE, value.claim);
    assert.deepEqual([now?.version, now?.content, now?.event], [5, first, undone.event]);
    const page = await claimHistory(store, OWNER_SCOPE, { claim: value.claim, limit: 3 });
    assert.deepEqual(
      page.rows.map(({ version, reason }) => [version, reason]),
      [
        [1, null],
        [2, 'the chain'],
        [3, 'the chain'],
      ],
    );
    const rest = await claimHistory(store, OWNER_SCOPE, { claim: value.claim, limit: 3, after: page.next ?? '' });
    assert.deepEqual([rest.rows.map(({ version }) => version), rest.next], [[4, 5], null]);
  });

  test('unsure stays open, and taking back goes one step', async () => {
    const { store, ledger } = await inquiry(engine);
    const proposal = proposalId(3);
    const status = async () => (await decisionsOf(store, OWNER_SCOPE, [proposal])).get(proposal)?.status;
    const unsure = await written(markUnsure(ledger, OWNER_SCOPE, { proposal, words: 'whose figure?' }));
    const aside = await written(setAsideProposal(ledger, OWNER_SCOPE, { proposal, reason: 'wrong-attribution', words: null }));
    assert.equal(await status(), 'set-aside');
    assert.equal(await refused(undoDecision(ledger, OWNER_SCOPE, { event: unsure.event })), 'decided-since');
    assert.deepEqual(await claimCounts(store, OWNER_SCOPE), { claims: 0, setAside: 1, unsure: 0, questions: 0 });
    assert.deepEqual([...(await decidedInItems(store, OWNER_SCOPE, [itemId(4), itemId(17)]))], [['S-17', { recorded: 0, decided: 1 }]]);
    await written(undoDecision(ledger, OWNER_SCOPE, { event: aside.event }));
    assert.equal(await status(), 'unsure');
    await written(undoDecision(ledger, OWNER_SCOPE, { event: unsure.event }));
    assert.equal(await status(), undefined);
    const { rows } = await listDecisions(store, OWNER_SCOPE, { proposal, limit: 10 });
    assert.deepEqual(
      rows.map(({ type, undoneBy }) => [type, undoneBy !== null]),
      [
        ['proposal.set-aside', true],
        ['proposal.marked-unsure', true],
      ],
    );
  });

  test('questions are made, split and joined again', async () => {
    const { store, ledger } = await inquiry(engine);
    await written(recordProposal(ledger, OWNER_SCOPE, { proposal: proposalId(1), cited: families }));
    const asked = {
      asks: 'How many were killed at Karsa?',
      counted: killed,
      claims: [claimId(1)],
      proposals: [proposalId(2), proposalId(3)],
    };
    const made = await written(confirmQuestion(ledger, OWNER_SCOPE, asked));
    assert.equal(made.value.question, 'Q-1');
    assert.equal(await refused(confirmQuestion(ledger, OWNER_SCOPE, asked)), 'in-another-question');
    const parted = {
      from: made.value.question,
      asks: 'How many after trial?',
      claims: [],
      proposals: [proposalId(3)],
      why: 'trials',
      period: null,
    };
    const split = await written(splitQuestion(ledger, OWNER_SCOPE, parted));
    assert.deepEqual((await getQuestion(store, OWNER_SCOPE, made.value.question))?.proposals, [proposalId(2)]);
    assert.deepEqual((await getQuestion(store, OWNER_SCOPE, split.value.question))?.proposals, [proposalId(3)]);
    assert.equal(await refused(undoDecision(ledger, OWNER_SCOPE, { event: made.event })), 'decided-since');
    const figures = await readFigures(store, OWNER_SCOPE, () => Promise.resolve(new Map()));
    assert.deepEqual(
      figures.questions.map(({ id, status, accounts }) => [id, status, accounts.length]),
      [
        ['Q-1', 'confirmed', 3],
        ['Q-2', 'confirmed', 1],
      ],
    );
    await written(undoDecision(ledger, OWNER_SCOPE, { event: split.event }));
    assert.deepEqual((await getQuestion(store, OWNER_SCOPE, made.value.question))?.proposals, [proposalId(2), proposalId(3)]);
    await written(undoDecision(ledger, OWNER_SCOPE, { event: made.event }));
    assert.deepEqual((await listQuestions(store, OWNER_SCOPE, { limit: 10 })).rows, []);
  });

  test('a derivation is recorded with its target, or gets it later', async () => {
    const { store, ledger } = await inquiry(engine);
    const recorded = await written(recordProposal(ledger, OWNER_SCOPE, { proposal: proposalId(4), cited: dispatch }));
    const target = { item: itemId(18), name: 'Openwire' };
    const linked = await written(
      linkDerivation(ledger, OWNER_SCOPE, { cited: dispatch, target, relation: 'republishes', proposal: proposalId(4) }),
    );
    assert.deepEqual([linked.value.claim, linked.value.version], [recorded.value.claim, 2]);
    const second = await written(
      linkDerivation(ledger, OWNER_SCOPE, {
        cited: dispatch,
        target: { item: itemId(4), name: 'Leaflet' },
        relation: 'relies_on',
        proposal: null,
      }),
    );
    assert.equal(second.value.content.citation.quote, dispatch.text);
    const { rows } = await listClaims(store, OWNER_SCOPE, { kinds: ['derivation'], limit: 10 });
    assert.deepEqual(
      rows.map(({ content: { body } }) => (body.kind === 'derivation' ? body.target : null)),
      ['S-18', 'S-4'],
    );
  });

  test('nobody decides on, or counts, what they may not see', async () => {
    const { store, ledger } = await inquiry(engine);
    const request = { proposal: proposalId(5), cited: hidden };
    assert.equal(await refused(recordProposal(ledger, ONLY_MAIN, request)), 'not-found');
    const { value, event } = await written(recordProposal(ledger, OWNER_SCOPE, request));
    assert.equal((await getClaim(store, OWNER_SCOPE, value.claim))?.compartment, SEALED);
    assert.equal(await getClaim(store, ONLY_MAIN, value.claim), null);
    assert.deepEqual(await listClaims(store, ONLY_MAIN, { limit: 10 }), { rows: [], next: null });
    assert.deepEqual(await claimHistory(store, ONLY_MAIN, { claim: value.claim, limit: 10 }), { rows: [], next: null });
    assert.equal((await decisionsOf(store, ONLY_MAIN, [proposalId(5)])).size, 0);
    assert.equal((await claimCounts(store, ONLY_MAIN)).claims, 0);
    assert.equal(await refused(undoDecision(ledger, ONLY_MAIN, { event })), 'not-undoable');
    const figures = await readFigures(store, ONLY_MAIN, () => Promise.resolve(new Map()));
    assert.deepEqual(figures.questions.flatMap(({ accounts }) => accounts.map(({ id }) => id)).sort(), [1, 2, 3].map(proposalId));
    const both = { asks: 'How many?', counted: killed, claims: [value.claim], proposals: [proposalId(1)] };
    assert.equal(await refused(confirmQuestion(ledger, OWNER_SCOPE, both)), 'mixed-compartments');
    assert.equal(await refused(confirmQuestion(ledger, ONLY_MAIN, both)), 'not-found');
  });

  test('lists are paged without gaps or repeats', async () => {
    const { store, ledger } = await inquiry(engine);
    const [one, other] = [
      content(dispatch, '92', { body: quantityBody(exactly(92)) }),
      content(dispatch, '3,400', { body: quantityBody(moreThan(3400)) }),
    ];
    for (const candidate of [one, other, one, other, one])
      await written(recordClaim(ledger, OWNER_SCOPE, { cited: dispatch, content: candidate }));
    const seen: string[] = [];
    let after: string | null = '';
    do {
      const page = await listClaims(store, OWNER_SCOPE, { item: itemId(17), limit: 2, after });
      seen.push(...page.rows.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    assert.deepEqual(seen, ['C-1', 'C-2', 'C-3', 'C-4', 'C-5']);
    assert.deepEqual(await listClaims(store, OWNER_SCOPE, { kinds: [], limit: 2 }), { rows: [], next: null });
    const newest = await listDecisions(store, OWNER_SCOPE, { limit: 2 });
    const older = await listDecisions(store, OWNER_SCOPE, { limit: 3, after: newest.next ?? '' });
    assert.deepEqual(
      [...newest.rows, ...older.rows].map(({ claim }) => claim),
      [...seen].reverse(),
    );
    assert.equal(older.next, null);
  });

  test('whatever is decided and taken back leaves what was before, and the tables follow from the ledger', async () => {
    const { store, ledger } = await inquiry(engine);
    const step = fc.record({
      kind: fc.constantFrom('record', 'aside', 'unsure', 'edit', 'confirm', 'split'),
      number: fc.integer({ min: 1, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        const before = await visible(store);
        const events: EventId[] = [];
        for (const { kind, number } of steps) events.push(...(await decide({ store, ledger }, kind, number)));
        for (const event of events.reverse()) await written(undoDecision(ledger, OWNER_SCOPE, { event }));
        assert.deepEqual(await visible(store), before);
      }),
      { numRuns: 12 },
    );
    const compared = await compareProjections(store, [claimsProjection], { scratch: await engine.open() });
    assert.deepEqual(compared.differences, []);
    assert.ok(compared.rows > 0);
    const decisions = await listDecisions(store, OWNER_SCOPE, { limit: 1000 });
    await rebuildProjections(store, [claimsProjection]);
    assert.deepEqual(await listDecisions(store, OWNER_SCOPE, { limit: 1000 }), decisions);
  });
});

/** Takes one decision if it is in order now, and gives its event. */
async function decide({ store, ledger }: { store: Store; ledger: Ledger }, kind: string, number: number): Promise<readonly EventId[]> {
  const proposal = proposalId(number);
  const text = number === 1 ? families : dispatch;
  const { rows: claims } = await listClaims(store, OWNER_SCOPE, { status: 'recorded', limit: 1000 });
  const { rows: questions } = await listQuestions(store, OWNER_SCOPE, { limit: 200 });
  const [claim, question] = [claims.at(-1), questions.at(-1)];
  const outcomes: Record<string, () => Promise<Outcome<Written<unknown>>>> = {
    record: () => recordProposal(ledger, OWNER_SCOPE, { proposal, cited: text }),
    aside: () => setAsideProposal(ledger, OWNER_SCOPE, { proposal, reason: 'other', words: 'x' }),
    unsure: () => markUnsure(ledger, OWNER_SCOPE, { proposal, words: null }),
    edit: () => {
      const last = claim ?? assert.fail();
      const own = last.item === families.item ? families : dispatch;
      const edited = { ...last.content, note: `${last.content.note ?? ''}.` };
      return editClaim(ledger, OWNER_SCOPE, { claim: last.id, expectedVersion: last.version, content: edited, reason: null, cited: own });
    },
    confirm: () =>
      confirmQuestion(ledger, OWNER_SCOPE, { asks: 'How many?', counted: killed, claims: [], proposals: [proposalId(1), proposal] }),
    split: () =>
      splitQuestion(ledger, OWNER_SCOPE, {
        from: question?.id ?? assert.fail(),
        asks: 'How many?',
        claims: [],
        proposals: [proposal],
        why: null,
        period: null,
      }),
  };
  if ((kind === 'edit' && claim === undefined) || (kind === 'split' && question === undefined)) return [];
  const outcome = await outcomes[kind]?.();
  return outcome?.ok === true ? outcome.value.events.map(({ id }) => id) : [];
}
