import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ClaimBody, ClaimContent, ProposalBody } from '../model/index.ts';
import {
  about,
  attributionProposal,
  cited,
  counting,
  dateProposal,
  derivationProposal,
  link,
  moreThan,
  nameProposal,
  quantityBody,
  quantityProposal,
  roleProposal,
  saidBy,
  spanOf,
} from './claims-for-tests.ts';
import { documentLink } from './content-of-proposal.ts';
import { askingSentence, claimSentence, englishSentence, proposalSentence, SENTENCE_PATTERNS } from './sentence.ts';

const golden = join(import.meta.dirname, '../../../../testdata/claims/sentences.txt');
const DISPATCH = 'The Harbour Dispatch';

const claims: readonly (readonly [ClaimBody, Partial<ClaimContent>])[] = [
  [
    quantityBody(about(12_000), counting({ population: 'prisoners', place: 'Karsa and other prisons', period: '1991-08-09/1991-09' })),
    { chain: saidBy(DISPATCH, 'Association of Karsa Families') },
  ],
  [quantityBody(moreThan(3400)), { chain: saidBy('Openwire', DISPATCH, 'the Meridian Rights Institute') }],
  [
    quantityBody({ ...about(2000), raw: 'thousands' }, counting({ act: 'other', event: 'led from the prisons' })),
    { chain: [documentLink('Radio Orsa'), link('collective', 'travellers')] },
  ],
  [quantityBody(moreThan(3400)), { chain: [documentLink(DISPATCH), link('unattributed', '', 'reportedly')] }],
  [{ kind: 'quote', mode: 'direct', fragments: ['I signed no list', 'I sat on no board.'] }, { chain: saidBy(DISPATCH, 'Idris Vahren') }],
  [
    { kind: 'quote', mode: 'indirect', fragments: ['the figure was\n  invented'] },
    { chain: [documentLink('Northline Wire'), link('anonymous', 'a ministry spokesman')], polarity: 'denies' },
  ],
  [
    {
      kind: 'role',
      person: 'Idris Vahren',
      role: 'deputy prosecutor',
      body: 'Karsa province',
      from: null,
      to: '1992',
      tense: 'then',
      appointedBy: null,
    },
    {},
  ],
  [
    { kind: 'event_fact', event: 'the sittings', aspect: 'place', detail: 'in the workshop hall', place: 'Karsa', time: null },
    { chain: [documentLink(DISPATCH), link('collective', 'survivors')] },
  ],
  [
    { kind: 'legal_characterisation', of: 'these acts', crimes: ['crimes against humanity'], certainty: 'may_amount_to', instrument: null },
    { chain: saidBy('Open letter', '118 former judges') },
  ],
  [
    {
      kind: 'call_for_action',
      addressees: ['the High Commissioner'],
      action: 'establish_coi',
      regarding: 'the killing of prisoners at Karsa',
    },
    { chain: saidBy(DISPATCH, 'Association of Karsa Families') },
  ],
  [
    { kind: 'call_for_action', addressees: [], action: 'other', regarding: 'open its registers' },
    { chain: saidBy('Northline Wire', 'Mara Desle') },
  ],
  [
    { kind: 'response', to: 'sitting on the panel', type: 'denies_act' },
    { chain: [documentLink(DISPATCH), { ...link('pronoun', 'he', 'told'), resolvedTo: { start: 0, end: 9, text: 'Mr Vahren' } }] },
  ],
  [
    { kind: 'offer', what: 'the testimonies and lists it holds', to: null, condition: 'an independent inquiry is established' },
    { chain: saidBy('Open letter', 'Association of Karsa Families') },
  ],
  [{ kind: 'derivation', relation: 'republishes', targetName: DISPATCH, target: null }, { chain: [documentLink('Velmar Monitor')] }],
  [
    { kind: 'derivation', relation: 'asserts_confirmation_of', targetName: 'Northline Wire', target: null },
    { chain: [documentLink('Exile Bulletin')] },
  ],
];

const text = cited(
  17,
  'The institute said on Monday that more than 3,400 persons were executed. It did not say who gave the order. ' +
    'He denied any part in it. She called on the ministry to open its registers. Idris Vahren, then deputy prosecutor, sat there in June. Source » Openwire',
  { name: 'Northline Wire' },
);
const institute = [documentLink('Northline Wire'), link('named', 'The institute', 'said')];
const proposals: readonly ProposalBody[] = [
  quantityProposal(1, text, { passage: '3,400', quantity: moreThan(3400), chain: institute }).body,
  attributionProposal(2, text, { passage: 'more than 3,400 persons were executed', chain: institute }).body,
  attributionProposal(3, text, { passage: 'who gave the order', chain: institute, negated: true }).body,
  attributionProposal(4, text, {
    passage: 'any part in it',
    chain: [documentLink('Northline Wire'), link('pronoun', 'He', 'denied')],
    speechAct: 'deny',
  }).body,
  attributionProposal(5, text, {
    passage: 'to open its registers',
    chain: saidBy('Northline Wire', 'Mara Desle'),
    speechAct: 'call',
    addressee: spanOf(text.text, 'the ministry'),
  }).body,
  roleProposal(6, text, { person: 'Idris Vahren', role: 'deputy prosecutor' }).body,
  roleProposal(7, text, { person: null, role: 'deputy prosecutor' }).body,
  derivationProposal(8, text, 'Openwire').body,
  dateProposal(9, text, { passage: 'in June', edtf: 'XXXX-06' }).body,
  nameProposal(10, text, 'Idris Vahren').body,
  { kind: 'boilerplate', zone: 'source-line', start: 0, end: 1, quote: 'Source » Openwire', rule: 'test', confidence: 1 },
];

function rendered(): readonly string[] {
  const recorded = claims.map(([body, parts]) => claimSentence({ body, chain: [documentLink(DISPATCH)], polarity: 'affirms', ...parts }));
  const proposed = proposals.map((proposal) => proposalSentence(proposal, 'Northline Wire'));
  return [...recorded, ...proposed].map(englishSentence);
}

test('sentences read as they did', () => {
  assert.deepEqual(rendered(), readFileSync(golden, 'utf8').trimEnd().split('\n'));
});

test('every sentence begins with whoever says it', () => {
  const speakers = [
    ...claims.map(([, { chain }]) => chain?.at(-1)?.speaker),
    ...proposals.map((proposal) => ('chain' in proposal ? proposal.chain.at(-1)?.speaker : undefined)),
  ];
  for (const [index, sentence] of rendered().entries()) {
    const speaker = speakers[index] ?? (index < claims.length ? DISPATCH : 'Northline Wire');
    const begins = speaker === '' ? 'Somebody not named' : speaker;
    assert.ok(sentence.replace(/^“/u, '').toLowerCase().startsWith(begins.toLowerCase()), `${sentence} does not begin with ${begins}`);
  }
});

test('the tool has no words of judgment of its own', () => {
  for (const pattern of Object.values(SENTENCE_PATTERNS))
    assert.doesNotMatch(pattern, /verified|true|false|confirmed|perpetrator|statement|fact/u);
  assert.equal(askingSentence(counting({ period: '1991' })), 'How many persons are said to have been killed, 1991?');
});

test('words of a source never become part of a pattern', () => {
  const body: ClaimBody = { kind: 'quote', mode: 'direct', fragments: ['{claimant} [denies {via}]'] };
  const sentence = englishSentence(claimSentence({ body, chain: saidBy('A', '{content} $& B'), polarity: 'affirms' }));
  assert.equal(sentence, '{content} $& B, as reported by A: “{claimant} [denies {via}]”');
});
