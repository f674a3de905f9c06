import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChainLink } from '../model/index.ts';
import { derivation, itemId, link, saidBy } from './claims-for-tests.ts';
import { documentLink } from './content-of-proposal.ts';
import type { DerivationEdge } from './derivation-graph.ts';
import { type IndependenceStatus, independence, type Utterance } from './independence.ts';

function says(item: number, ...chain: readonly ChainLink[]): Utterance {
  return {
    id: `u${String(item)} ${chain.map(({ speaker }) => speaker).join('>')}`,
    item: itemId(item),
    chain: [documentLink(`Document ${String(item)}`), ...chain],
  };
}

const named = (item: number, ...speakers: readonly string[]): Utterance => says(item, ...saidBy('x', ...speakers).slice(1));
const survivors = (item: number): Utterance => says(item, link('collective', 'survivors'));
const reportedly = (item: number): Utterance => says(item, link('unattributed', '', 'reportedly'));
const confirmedBy = (item: number, speaker: string): Utterance => says(item, link('named', speaker, 'confirmed'));

interface Expected {
  readonly reports: number;
  readonly origins: readonly [min: number, max: number];
  readonly statuses: readonly IndependenceStatus[];
  readonly ifProposed?: readonly [min: number, max: number];
}

interface Case {
  readonly that: string;
  readonly utterances: readonly Utterance[];
  readonly edges?: readonly DerivationEdge[];
  readonly proposed?: readonly DerivationEdge[];
  readonly contested?: boolean;
  readonly gives: Expected;
}

const CASES: readonly Case[] = [
  { that: 'nothing said has no origin', utterances: [], gives: { reports: 0, origins: [0, 0], statuses: [] } },
  {
    that: 'a named claimant is one origin',
    utterances: [named(1, 'Meridian Rights Institute')],
    gives: { reports: 1, origins: [1, 1], statuses: ['single_source'] },
  },
  {
    that: 'the same named claimant in two documents is one origin',
    utterances: [named(1, 'Special Rapporteur, Mara Desle'), named(2, 'Mara Desle, the rapporteur'), named(3, 'Desle')],
    gives: { reports: 3, origins: [1, 1], statuses: ['single_source'] },
  },
  {
    that: 'and so is one behind a carrier',
    utterances: [named(1, 'Northline Wire', 'Mara Desle'), named(2, 'Mara Desle')],
    gives: { reports: 2, origins: [1, 1], statuses: ['single_source'] },
  },
  {
    that: 'two named claimants are two origins',
    utterances: [named(1, 'Meridian Rights Institute'), named(2, 'Association of Karsa Families')],
    gives: { reports: 2, origins: [2, 2], statuses: ['corroborated'] },
  },
  {
    that: 'a last name that two people share is nobody’s, and the lower end does not count it',
    utterances: [named(1, 'Mara Desle'), named(2, 'Idris Desle'), named(3, 'Desle')],
    gives: { reports: 3, origins: [1, 3], statuses: ['undetermined'] },
  },
  {
    that: 'unknown provenance may be an origin or none',
    utterances: [survivors(1)],
    gives: { reports: 1, origins: [0, 1], statuses: ['single_source'] },
  },
  {
    that: 'survivors in two documents may be the same or not',
    utterances: [survivors(1), survivors(2), reportedly(3)],
    gives: { reports: 3, origins: [0, 3], statuses: ['undetermined'] },
  },
  {
    that: 'nobody named anywhere is said as such',
    utterances: [reportedly(1), says(2)],
    gives: { reports: 2, origins: [0, 2], statuses: ['undetermined', 'unattributed'] },
  },
  {
    that: 'a document repeating itself is one report',
    utterances: [reportedly(1), { ...reportedly(1), id: 'again' }],
    gives: { reports: 1, origins: [0, 1], statuses: ['single_source', 'unattributed'] },
  },
  {
    that: 'copies of a document in hand add nothing',
    utterances: [says(1), says(2), says(3)],
    edges: [derivation(2, 1), derivation(3, 2, 'text_reuse')],
    gives: { reports: 3, origins: [0, 1], statuses: ['single_source', 'unattributed'] },
  },
  {
    that: 'a copy adds nothing even where it names somebody new',
    utterances: [says(1), named(2, 'Association of Karsa Families')],
    edges: [derivation(2, 1, 'translates')],
    gives: { reports: 2, origins: [0, 1], statuses: ['single_source'] },
  },
  {
    that: 'two copies of a document nobody holds may be one origin at most',
    utterances: [says(1), says(2)],
    edges: [derivation(1, 'Openwire'), derivation(2, 'Openwire')],
    gives: { reports: 2, origins: [0, 1], statuses: ['derived_only', 'unattributed'] },
  },
  {
    that: 'a document that quotes another rests on it for what it says itself',
    utterances: [named(1, 'Meridian Rights Institute'), reportedly(2)],
    edges: [derivation(2, 1, 'quotes')],
    gives: { reports: 2, origins: [1, 1], statuses: ['single_source'] },
  },
  {
    that: 'but another named claimant in it stands by himself',
    utterances: [named(1, 'Meridian Rights Institute'), named(2, 'Ministry of Justice')],
    edges: [derivation(2, 1, 'relies_on')],
    gives: { reports: 2, origins: [2, 2], statuses: ['corroborated'] },
  },
  {
    that: 'unless he came by way of what it rests on',
    utterances: [named(1, 'Meridian Rights Institute'), named(2, 'Northline Wire', 'Ministry of Justice')],
    edges: [{ ...derivation(2, 1, 'quotes'), targetName: 'Northline Wire' }],
    gives: { reports: 2, origins: [1, 1], statuses: ['single_source'] },
  },
  {
    that: 'documents that rest on each other are one',
    utterances: [says(1), says(2), says(3)],
    edges: [derivation(1, 2), derivation(2, 3), derivation(3, 1)],
    gives: { reports: 3, origins: [0, 1], statuses: ['derived_only', 'unattributed'] },
  },
  {
    that: 'one source said to underlie two documents makes them one',
    utterances: [survivors(1), survivors(2)],
    edges: [derivation(1, 2, 'same_underlying_source')],
    gives: { reports: 2, origins: [0, 1], statuses: ['single_source'] },
  },
  {
    that: 'that somebody confirmed it adds nothing',
    utterances: [named(1, 'People’s Front of Karsa'), confirmedBy(1, 'Northline Wire')],
    edges: [derivation(1, 'Northline Wire', 'asserts_confirmation_of')],
    gives: { reports: 1, origins: [1, 1], statuses: ['single_source'] },
  },
  {
    that: 'until the confirming document is held and linked, and then only as unknown',
    utterances: [named(1, 'People’s Front of Karsa'), confirmedBy(1, 'Northline Wire')],
    edges: [derivation(1, 5, 'asserts_confirmation_of')],
    gives: { reports: 1, origins: [1, 2], statuses: ['undetermined'] },
  },
  {
    that: 'and as what it says itself once that is recorded',
    utterances: [named(1, 'People’s Front of Karsa'), confirmedBy(1, 'Northline Wire'), named(5, 'Ministry of the Interior')],
    edges: [derivation(1, 5, 'asserts_confirmation_of')],
    gives: { reports: 2, origins: [2, 2], statuses: ['corroborated'] },
  },
  {
    that: 'proposed derivations move nothing but what is shown beside',
    utterances: [says(1), says(2), named(3, 'Meridian Rights Institute')],
    proposed: [derivation(2, 1), derivation(9, 1)],
    gives: { reports: 3, origins: [1, 3], statuses: ['undetermined'], ifProposed: [1, 2] },
  },
  {
    that: 'a contradicting figure makes it contested beside everything else',
    utterances: [named(1, 'Meridian Rights Institute')],
    contested: true,
    gives: { reports: 1, origins: [1, 1], statuses: ['single_source', 'contested'] },
  },
];

for (const { that, utterances, edges = [], proposed = [], contested = false, gives } of CASES) {
  test(that, () => {
    const found = independence({ utterances, recorded: edges, proposed, contested });
    assert.deepEqual(
      { reports: found.reports, origins: [found.origins.min, found.origins.max], statuses: found.statuses },
      { reports: gives.reports, origins: gives.origins, statuses: gives.statuses },
    );
    const [min, max] = gives.ifProposed ?? gives.origins;
    assert.deepEqual(found.ifProposed.origins, { min, max });
    const placed = [...found.roots.flatMap((root) => root.utterances), ...found.derived, ...found.saidConfirmed].sort();
    assert.deepEqual(placed, utterances.map(({ id }) => id).sort(), 'every utterance is an origin, a repeat or said to be confirmed');
  });
}
