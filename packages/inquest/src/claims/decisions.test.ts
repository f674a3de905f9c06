import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CompartmentId, type EventId, MAIN_COMPARTMENT, type Outcome, OWNER, type QuestionId } from '../kernel/index.ts';
import { type ClaimContent, eventPayloads } from '../model/index.ts';
import { checkContent } from './check-content.ts';
import type { ProposalDecision, StoredClaim } from './claim-store.ts';
import {
  attributionProposal,
  cited,
  claimId,
  content,
  counting,
  dateProposal,
  derivationProposal,
  exactly,
  itemId,
  moreThan,
  nameProposal,
  noMoreThan,
  proposalId,
  quantityBody,
  quantityProposal,
  roleProposal,
  saidBy,
  spanOf,
} from './claims-for-tests.ts';
import { decideConfirmQuestion, type Member } from './confirm-question.ts';
import { contentOfProposal } from './content-of-proposal.ts';
import type { StoredDecision } from './decision-store.ts';
import { decideEditClaim } from './edit-claim.ts';
import { decideLinkDerivation, type LinkDerivationState } from './link-derivation.ts';
import { decideMarkUnsure } from './mark-unsure.ts';
import type { StoredQuestion } from './question-store.ts';
import { decideRecordClaim } from './record-claim.ts';
import { decideRecordProposal } from './record-proposal.ts';
import { CLAIM_REFUSALS } from './refusals.ts';
import { decideSetAside } from './set-aside-proposal.ts';
import { decideSplitQuestion } from './split-question.ts';
import { decideUndo } from './undo-decision.ts';

const text = cited(
  17,
  'The Meridian Rights Institute says more than 3,400 persons were executed in 21 towns. “I signed no list … I sat on no board,” Idris Vahren said. ' +
    'He denied any part in it. The institute did not say who gave the order. She called on the ministry to open its registers. ' +
    'Mara Desle, then director, offered to share the lists. Source » Openwire',
  { name: 'The Harbour Dispatch' },
);
const other = cited(18, 'Another text.');
const EVENT = '0190a3c4-0000-7000-8000-000000000001' as EventId;
const LATER = '0190a3c4-0000-7000-8000-000000000002' as EventId;

const institute = saidBy('The Harbour Dispatch', 'The Meridian Rights Institute');
const figure = quantityProposal(1, text, {
  passage: '3,400',
  quantity: moreThan(3400),
  counted: counting({ place: '21 towns' }),
  chain: institute,
});
const good = content(text, 'more than 3,400 persons', { body: quantityBody(moreThan(3400)), chain: institute });
const stored = { ...figure, compartment: MAIN_COMPARTMENT };
const claim: StoredClaim = {
  id: claimId(1),
  version: 2,
  item: text.item,
  compartment: MAIN_COMPARTMENT,
  status: 'recorded',
  proposal: null,
  subset: false,
  content: good,
  recordedBy: OWNER,
  recordedAt: '2021-07-04T12:00:00.000Z',
  event: EVENT,
};
const standing = (status: ProposalDecision['status']): ProposalDecision => ({
  proposal: figure.id,
  item: text.item,
  status,
  event: EVENT,
  claim: status === 'recorded' ? claimId(1) : null,
  reason: null,
  words: null,
});

test('a proposal becomes the claim it says, and nothing it does not say', () => {
  const quoted = '“I signed no list … I sat on no board,”';
  const rows: readonly (readonly [string, Parameters<typeof contentOfProposal>[0], Partial<ClaimContent['body']>])[] = [
    ['a figure', figure, { kind: 'quantity', quantity: moreThan(3400), counted: counting({ place: '21 towns' }) }],
    [
      'words between marks',
      attributionProposal(2, text, { passage: quoted, mode: 'direct' }),
      { kind: 'quote', mode: 'direct', fragments: ['I signed no list', 'I sat on no board,'] },
    ],
    [
      'reported speech',
      attributionProposal(3, text, { passage: 'more than 3,400 persons were executed' }),
      { kind: 'quote', mode: 'indirect', fragments: ['more than 3,400 persons were executed'] },
    ],
    [
      'a denial',
      attributionProposal(4, text, { passage: 'any part in it', speechAct: 'deny', negated: true, cue: spanOf(text.text, 'denied') }),
      { kind: 'response', to: 'any part in it', type: 'denies_act' },
    ],
    [
      'a denial in words of its own',
      attributionProposal(5, text, { passage: quoted, mode: 'direct', speechAct: 'deny' }),
      { kind: 'quote', mode: 'direct', fragments: ['I signed no list', 'I sat on no board,'] },
    ],
    [
      'a call',
      attributionProposal(6, text, { passage: 'to open its registers', speechAct: 'call', addressee: spanOf(text.text, 'the ministry') }),
      { kind: 'call_for_action', addressees: ['the ministry'], action: 'other', regarding: 'to open its registers' },
    ],
    [
      'a demand of nobody',
      attributionProposal(7, text, { passage: 'to open its registers', speechAct: 'demand' }),
      { kind: 'call_for_action', addressees: [], action: 'other', regarding: 'to open its registers' },
    ],
    [
      'an offer',
      attributionProposal(8, text, { passage: 'to share the lists', speechAct: 'offer' }),
      { kind: 'offer', what: 'to share the lists', to: null, condition: null },
    ],
    [
      'a post',
      roleProposal(9, text, { person: 'Mara Desle', role: 'director', period: '1991' }),
      { kind: 'role', person: 'Mara Desle', role: 'director', body: null, from: null, to: null, tense: 'then', appointedBy: null },
    ],
    [
      'a post for a period',
      roleProposal(10, text, { person: 'Mara Desle', role: 'director', period: '1991/..' }),
      { kind: 'role', person: 'Mara Desle', role: 'director', body: null, from: '1991', to: null, tense: 'then', appointedBy: null },
    ],
    [
      'a derivation',
      derivationProposal(11, text, 'Openwire'),
      { kind: 'derivation', relation: 'republishes', targetName: 'Openwire', target: null },
    ],
  ];
  for (const [what, proposal, body] of rows) {
    const made = contentOfProposal(proposal, text);
    assert.ok(made.ok, what);
    assert.deepEqual(made.value.body, body, what);
    assert.ok(checkContent(made.value, text).ok, `${what} is whole`);
  }
});

test('a figure cites the number with what was read together with it', () => {
  const [qualifierSpan, source] = [spanOf(text.text, 'more than'), spanOf(text.text, 'The Meridian Rights Institute')];
  const made = contentOfProposal({ ...figure, body: { ...figure.body, qualifierSpan, source } as typeof figure.body }, text);
  assert.ok(made.ok);
  assert.equal(made.value.citation.quote, 'The Meridian Rights Institute says more than 3,400');
  assert.deepEqual(made.value.citation.parts, [spanOf(text.text, '3,400')]);
  assert.equal(made.value.citation.suffix.length, 64);
});

test('context is never cut inside a character', () => {
  const faces = cited(3, `${'🙂'.repeat(40)}x${'🙂'.repeat(40)}`);
  const made = content(faces, 'x', { body: quantityBody(exactly(1)) });
  assert.equal(made.citation.prefix, '🙂'.repeat(32));
  assert.equal(content(cited(4, `a${'🙂'.repeat(40)}x`), 'x', { body: quantityBody(exactly(1)) }).citation.prefix, '🙂'.repeat(32));
  assert.equal(content(cited(5, `${'🙂'.repeat(40)}ax`), 'x', { body: quantityBody(exactly(1)) }).citation.prefix, `${'🙂'.repeat(31)}a`);
  assert.ok(checkContent(made, faces).ok);
});

const question: StoredQuestion = {
  id: 'Q-7' as QuestionId,
  compartment: MAIN_COMPARTMENT,
  status: 'confirmed',
  asks: 'How many?',
  counted: counting(),
  splitFrom: null,
  why: null,
  event: EVENT,
  claims: [claimId(1), claimId(2)],
  proposals: [proposalId(3)],
};
const decision: StoredDecision = {
  event: EVENT,
  position: 4,
  type: 'claim.recorded',
  compartment: MAIN_COMPARTMENT,
  claim: claimId(1),
  version: 1,
  proposal: figure.id,
  question: null,
  actor: OWNER,
  recordedAt: '2021-07-04T12:00:00.000Z',
  undoneBy: null,
};

const record = (candidate: unknown): Outcome<unknown> => decideRecordClaim({ cited: text, content: candidate }, { number: 1 });
const recordAs = (proposal: Parameters<typeof contentOfProposal>[0], from = text): Outcome<unknown> =>
  decideRecordProposal(
    { proposal: proposal.id, cited: from },
    { proposal: { ...proposal, compartment: MAIN_COMPARTMENT }, standing: null, number: 1 },
  );
const recordAfter = (status: ProposalDecision['status']): Outcome<unknown> =>
  decideRecordProposal({ proposal: figure.id, cited: text }, { proposal: stored, standing: standing(status), number: 2 });
const edit = (parts: Partial<Parameters<typeof decideEditClaim>[0]>, state: StoredClaim | null = claim): Outcome<unknown> =>
  decideEditClaim(
    { claim: claimId(1), expectedVersion: 2, content: { ...good, note: 'seen' }, reason: null, cited: text, ...parts },
    { claim: state },
  );
const setAside = (parts: { reason?: string; words?: string }, state: ProposalDecision | null = null): Outcome<unknown> =>
  decideSetAside({ proposal: figure.id, reason: 'not-a-claim', words: null, ...parts }, { proposal: stored, standing: state });
const unsure = (state: ProposalDecision | null, proposal: typeof stored | null = stored): Outcome<unknown> =>
  decideMarkUnsure({ proposal: figure.id, words: null }, { proposal, standing: state });
const undo = (state: Partial<Parameters<typeof decideUndo>[1]>): Outcome<unknown> =>
  decideUndo({ event: EVENT }, { decision, later: null, claimUndone: false, ...state });
const member = (number: number, parts: Partial<Member> = {}): Member => ({
  id: claimId(number),
  compartment: MAIN_COMPARTMENT,
  isFigure: true,
  question: null,
  ...parts,
});
const confirm = (members: readonly Member[], ids = [1, 2], asks = 'How many?'): Outcome<unknown> =>
  decideConfirmQuestion({ asks, counted: counting(), claims: ids.map(claimId), proposals: [] }, { members, number: 7 });
const split = (parts: Partial<Parameters<typeof decideSplitQuestion>[0]>, from: StoredQuestion | null = question): Outcome<unknown> =>
  decideSplitQuestion(
    { from: question.id, asks: 'How many signed?', claims: [claimId(1)], proposals: [], why: null, period: null, ...parts },
    { question: from, number: 8 },
  );
const linked = (parts: Partial<Parameters<typeof decideLinkDerivation>[0]>, state: Partial<LinkDerivationState> = {}): Outcome<unknown> =>
  decideLinkDerivation(
    { cited: text, target: { item: itemId(18), name: 'Openwire' }, relation: 'republishes', proposal: null, ...parts },
    { proposal: null, standing: null, claim: null, number: 1, ...state },
  );
const derived = derivationProposal(12, text, 'Openwire');
const derivedClaim = (target: number | null): StoredClaim => ({
  ...claim,
  content: content(text, 'Openwire', {
    body: {
      kind: 'derivation',
      relation: 'republishes',
      targetName: 'Openwire',
      target: target === null ? null : itemId(target),
    },
  }),
});

const TAKEN: readonly (readonly [string, Outcome<unknown>])[] = [
  ['a claim from a selection', record(good)],
  ['a proposal as it stands', recordAs(figure)],
  ['a proposal marked unsure before', recordAfter('unsure')],
  ['a next version', edit({})],
  ['setting aside', setAside({})],
  ['setting aside after unsure', setAside({}, standing('unsure'))],
  ['unsure', unsure(null)],
  ['taking back', undo({})],
  ['a question', confirm([member(1), member(2)])],
  ['a split', split({})],
  ['a link', linked({})],
  ['a link by a proposal', linked({ proposal: derived.id }, { proposal: { ...derived, compartment: MAIN_COMPARTMENT } })],
  [
    'a link added to a recorded derivation',
    linked(
      { proposal: derived.id },
      { proposal: { ...derived, compartment: MAIN_COMPARTMENT }, standing: standing('recorded'), claim: derivedClaim(null) },
    ),
  ],
];

test('what is in order is taken, and its event is whole', () => {
  for (const [what, outcome] of TAKEN) {
    assert.ok(outcome.ok, what);
    const { events } = outcome.value as { events: { type: keyof typeof eventPayloads; payload: unknown; touches: string[] }[] };
    const [event, ...more] = events;
    assert.ok(event !== undefined && more.length === 0, `${what} is one event`);
    assert.ok(eventPayloads[event.type].safeParse(event.payload).success, `${what}: ${event.type}`);
    assert.ok(event.touches.length > 0);
  }
});

const sealed = 'sealed' as CompartmentId;
const REFUSED: readonly (readonly [string, keyof typeof CLAIM_REFUSALS, Outcome<unknown>])[] = [
  ['a body of a kind unknown here', 'unknown-body-kind', record({ ...good, body: { kind: 'sanction', target: 'x' } })],
  ['no content at all', 'invalid-content', record(null)],
  ['a body without its fields', 'invalid-content', record({ ...good, body: { kind: 'quantity' } })],
  ['a field nobody knows', 'invalid-content', record({ ...good, verdict: 'x' })],
  ['an unreadable date', 'invalid-content', record({ ...good, saidOn: 'last summer' })],
  ['an unreadable period', 'invalid-content', record({ ...good, body: quantityBody(moreThan(3400), counting({ period: '1991-13' })) })],
  ['numbers out of order', 'invalid-content', record({ ...good, body: quantityBody({ ...noMoreThan(9), qualifier: 'range', value: 12 }) })],
  ['a chain that does not begin with the document', 'invalid-content', record({ ...good, chain: institute.slice(1) })],
  ['half a character', 'invalid-content', record({ ...good, note: 'x\ud83d' })],
  ['another quotation', 'quote-differs', record({ ...good, citation: { ...good.citation, quote: 'more than 3,500 persons' } })],
  ['other offsets', 'quote-differs', record({ ...good, citation: { ...good.citation, start: good.citation.start + 1 } })],
  ['another context', 'quote-differs', record({ ...good, citation: { ...good.citation, prefix: 'unlike' } })],
  ['another text', 'quote-differs', record({ ...good, citation: { ...good.citation, text: other.sha256 } })],
  ['another item', 'quote-differs', record({ ...good, citation: { ...good.citation, item: other.item } })],
  [
    'a part that is not there',
    'quote-differs',
    record({ ...good, citation: { ...good.citation, parts: [{ start: 0, end: 3, text: 'Her' }] } }),
  ],
  [
    'a speaker who is not there',
    'quote-differs',
    record({ ...good, chain: [institute[0], { ...institute[1], span: { start: 0, end: 3, text: 'Her' } }] }),
  ],
  ['a date', 'not-recordable-yet', recordAs(dateProposal(20, text, { passage: 'then', edtf: 'XXXX-06' }))],
  ['a name', 'not-recordable-yet', recordAs(nameProposal(21, text, 'Mara Desle'))],
  ['a post nobody holds', 'reading-incomplete', recordAs(roleProposal(22, text, { person: null, role: 'director' }))],
  [
    'words that were not said',
    'reading-incomplete',
    recordAs(attributionProposal(23, text, { passage: 'who gave the order', negated: true })),
  ],
  [
    'silence that looks like a denial',
    'reading-incomplete',
    recordAs(
      attributionProposal(24, text, {
        passage: 'who gave the order',
        speechAct: 'deny',
        negated: true,
        cue: spanOf(text.text, 'did not say'),
      }),
    ),
  ],
  ['a proposal of another text', 'quote-differs', recordAs(figure, other)],
  [
    'a proposal nobody knows',
    'not-found',
    decideRecordProposal({ proposal: figure.id, cited: text }, { proposal: null, standing: null, number: 1 }),
  ],
  ['recording twice', 'already-decided', recordAfter('recorded')],
  ['recording what was set aside', 'already-decided', recordAfter('set-aside')],
  ['setting aside what is recorded', 'already-decided', setAside({}, standing('recorded'))],
  ['unsure twice', 'already-decided', unsure(standing('unsure'))],
  ['unsure about nothing', 'not-found', unsure(null, null)],
  ['a reason nobody knows', 'invalid-content', setAside({ reason: 'dull' })],
  ['too many words', 'invalid-content', setAside({ words: 'x'.repeat(2001) })],
  ['a claim nobody knows', 'not-found', edit({}, null)],
  ['a claim that was taken back', 'claim-undone', edit({}, { ...claim, status: 'undone' })],
  ['an older version', 'version-conflict', edit({ expectedVersion: 1 })],
  ['the same content', 'nothing-changed', edit({ content: good })],
  ['an edit into another item', 'quote-differs', edit({ cited: other })],
  ['an edit that quotes what is not there', 'quote-differs', edit({ content: { ...good, citation: { ...good.citation, quote: 'x' } } })],
  ['what is no decision', 'not-undoable', undo({ decision: null })],
  ['taking back twice', 'already-undone', undo({ decision: { ...decision, undoneBy: LATER } })],
  ['what a later decision rests on', 'decided-since', undo({ later: LATER })],
  ['an edit of a claim taken back', 'claim-undone', undo({ decision: { ...decision, type: 'claim.edited' }, claimUndone: true })],
  ['a question of nothing', 'empty-question', confirm([], [])],
  ['a question without words', 'invalid-content', confirm([member(1), member(2)], [1, 2], ' ')],
  ['a figure nobody knows', 'not-found', confirm([member(1)])],
  ['a claim that is no figure', 'not-a-figure', confirm([member(1), member(2, { isFigure: false })])],
  ['a figure of another question', 'in-another-question', confirm([member(1), member(2, { question: question.id })])],
  ['figures of two compartments', 'mixed-compartments', confirm([member(1), member(2, { compartment: sealed })])],
  [
    'too many figures',
    'invalid-content',
    confirm(
      [],
      Array.from({ length: 501 }, (_, index) => index + 1),
    ),
  ],
  ['a split of what is only proposed', 'not-confirmed', split({ from: 'q-000000000001' as QuestionId }, null)],
  ['a split of nothing known', 'not-found', split({}, null)],
  ['a split of a question taken back', 'not-confirmed', split({}, { ...question, status: 'undone' })],
  ['a split of strangers', 'not-in-question', split({ claims: [claimId(9)] })],
  ['a split of nothing', 'empty-question', split({ claims: [] })],
  ['a split of everything', 'empty-question', split({ claims: question.claims, proposals: question.proposals })],
  ['a split into an unreadable period', 'invalid-content', split({ period: 'spring' })],
  ['a document resting on itself', 'same-item', linked({ target: { item: text.item, name: 'x' } })],
  ['a relation nobody knows', 'invalid-content', linked({ relation: 'resembles' })],
  ['a link by a proposal nobody knows', 'not-found', linked({ proposal: derived.id })],
  ['a link by a proposal that is no derivation', 'invalid-content', linked({ proposal: figure.id }, { proposal: stored })],
  [
    'a link by a proposal set aside',
    'already-decided',
    linked({ proposal: derived.id }, { proposal: { ...derived, compartment: MAIN_COMPARTMENT }, standing: standing('set-aside') }),
  ],
  [
    'the same link again',
    'nothing-changed',
    linked(
      { proposal: derived.id },
      { proposal: { ...derived, compartment: MAIN_COMPARTMENT }, standing: standing('recorded'), claim: derivedClaim(18) },
    ),
  ],
  ['a link from an empty text', 'invalid-content', linked({ cited: cited(17, ' \n') })],
];

test('what is not in order is refused by its code, in words that hold no testimony', () => {
  for (const [what, code, outcome] of REFUSED) {
    assert.equal(outcome.ok ? 'taken' : outcome.code, code, what);
    if (outcome.ok) continue;
    const words = `${outcome.what} ${outcome.why} ${outcome.do}`;
    assert.doesNotMatch(words, /\{subject\}|3,400|Vahren|Desle|registers/u, what);
    assert.ok(outcome.what.length > 0 && outcome.why.length > 0 && outcome.do.length > 0);
  }
});

test('every refusal can happen, and every one that happens is listed', () => {
  assert.deepEqual([...new Set(REFUSED.map(([, code]) => code))].sort(), Object.keys(CLAIM_REFUSALS).sort());
});

test('a version conflict shows both versions, and a decided proposal its decision', () => {
  const conflict = edit({ expectedVersion: 1, content: 'mine' });
  assert.deepEqual(conflict.ok ? null : conflict.details, {
    current: { version: 2, content: good },
    yours: { version: 1, content: 'mine' },
  });
  const decided = recordAfter('recorded');
  assert.deepEqual(decided.ok ? null : decided.details, { status: 'recorded', event: EVENT, claim: 'C-1' });
});
