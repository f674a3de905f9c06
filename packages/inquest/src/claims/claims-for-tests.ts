import type { ClaimId, CompartmentId, ItemId, ProposalId, Sha256 } from '../kernel/index.ts';
import { MAIN_COMPARTMENT, sha256 } from '../kernel/index.ts';
import type {
  AttributionProposal,
  ChainLink,
  ClaimBody,
  ClaimContent,
  Counted,
  Proposal,
  ProposalBody,
  Quantity,
  Span,
} from '../model/index.ts';
import { type CitedText, citationOf, documentLink } from './content-of-proposal.ts';
import type { DerivationEdge, DerivationRelation } from './derivation-graph.ts';
import type { FigureReport } from './figure-reports.ts';

/* Ids written here have the forms their brands stand for. */

export function itemId(number: number): ItemId {
  return `S-${String(number)}` as ItemId;
}

export function claimId(number: number): ClaimId {
  return `C-${String(number)}` as ClaimId;
}

export function proposalId(number: number): ProposalId {
  return `P-${number.toString(16).padStart(16, '0')}` as ProposalId;
}

/** A text as its caller would read it from custody. */
export function cited(
  number: number,
  text: string,
  { name = `Document ${String(number)}`, compartment = MAIN_COMPARTMENT }: { name?: string; compartment?: CompartmentId } = {},
): CitedText {
  const digest = Buffer.from(sha256(new TextEncoder().encode(text))).toString('hex') as Sha256;
  return { item: itemId(number), compartment, text, sha256: digest, documentName: name };
}

/** The first place where the words stand in the text. */
export function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`the text does not have: ${words}`);
  return { start, end: start + words.length, text: words };
}

export function link(kind: ChainLink['kind'], speaker: string, cue: string | null = null): ChainLink {
  return { kind, speaker, span: null, cue, resolvedTo: null, saidOn: null };
}

/** A chain from the document through carriers to a named claimant. */
export function saidBy(documentName: string, ...speakers: readonly string[]): ChainLink[] {
  return [documentLink(documentName), ...speakers.map((speaker) => link('named', speaker, 'said'))];
}

export const about = (value: number): Quantity => ({ raw: `about ${words(value)}`, value, min: null, max: null, qualifier: 'approx' });
export const exactly = (value: number): Quantity => ({ raw: words(value), value, min: value, max: value, qualifier: 'exact' });
export const moreThan = (value: number): Quantity => ({
  raw: `more than ${words(value)}`,
  value,
  min: value + 1,
  max: null,
  qualifier: 'min',
});
export const atLeast = (value: number): Quantity => ({ raw: `at least ${words(value)}`, value, min: value, max: null, qualifier: 'min' });
export const noMoreThan = (value: number): Quantity => ({
  raw: `no more than ${words(value)}`,
  value,
  min: null,
  max: value,
  qualifier: 'max',
});
export const between = (min: number, max: number): Quantity => ({
  raw: `${words(min)} to ${words(max)}`,
  value: null,
  min,
  max,
  qualifier: 'range',
});
export const vaguely = (raw: string, floor: number | null): Quantity => ({ raw, value: null, min: floor, max: null, qualifier: 'vague' });

function words(value: number): string {
  return value.toLocaleString('en');
}

/** Persons killed, at no stated place or time, unless said otherwise. */
export function counting(parts: Partial<Counted> = {}): Counted {
  return { unit: 'persons', act: 'killed', population: null, event: null, place: null, period: null, ...parts };
}

/** A claim's content that cites the given words of the text. */
export function content(text: CitedText, passage: string, parts: Partial<ClaimContent> & { readonly body: ClaimBody }): ClaimContent {
  const { start, end } = spanOf(text.text, passage);
  return {
    citation: citationOf(text, { start, end }),
    chain: [documentLink(text.documentName)],
    polarity: 'affirms',
    stance: 'neutral',
    saidOn: null,
    note: null,
    ...parts,
  };
}

export function quantityBody(quantity: Quantity, counted: Counted = counting()): ClaimBody {
  return { kind: 'quantity', quantity, counted };
}

function place(text: CitedText, passage: string): Pick<ProposalBody, 'start' | 'end' | 'quote' | 'rule' | 'confidence'> {
  const { start, end } = spanOf(text.text, passage);
  return { start, end, quote: passage, rule: 'test', confidence: 0.9 };
}

function proposed(number: number, text: CitedText, body: ProposalBody): Proposal {
  return { id: proposalId(number), item: text.item, readerVersion: 'test-1', body };
}

export function quantityProposal(
  number: number,
  text: CitedText,
  parts: {
    readonly passage: string;
    readonly quantity: Quantity;
    readonly counted?: Counted;
    readonly chain?: ChainLink[];
    readonly subsetOf?: number;
  },
): Proposal {
  const spans = { qualifierSpan: null, unitSpan: null, predicateSpan: null, source: null, cue: null };
  return proposed(number, text, {
    ...place(text, parts.passage),
    ...spans,
    kind: 'quantity',
    quantity: parts.quantity,
    counted: parts.counted ?? counting(),
    chain: parts.chain ?? [documentLink(text.documentName)],
    subsetOf: parts.subsetOf ?? null,
  });
}

export function attributionProposal(
  number: number,
  text: CitedText,
  { passage, ...parts }: Partial<AttributionProposal> & { readonly passage: string },
): Proposal {
  const body: AttributionProposal = {
    ...place(text, passage),
    kind: 'attribution',
    content: [spanOf(text.text, passage)],
    source: null,
    cue: null,
    mode: 'indirect',
    speechAct: 'assert',
    loaded: false,
    negated: false,
    chain: [documentLink(text.documentName)],
    saidOn: null,
    addressee: null,
    medium: null,
    ...parts,
  };
  return proposed(number, text, body);
}

export function derivationProposal(number: number, text: CitedText, target: string): Proposal {
  return proposed(number, text, { ...place(text, target), kind: 'derivation', relation: 'republishes', target: spanOf(text.text, target) });
}

export function dateProposal(
  number: number,
  text: CitedText,
  { passage, edtf }: { readonly passage: string; readonly edtf: string },
): Proposal {
  return proposed(number, text, {
    ...place(text, passage),
    kind: 'date',
    edtf,
    candidates: [],
    form: 'explicit',
    calendar: 'gregorian',
    anchor: null,
  });
}

export function nameProposal(number: number, text: CitedText, passage: string): Proposal {
  return proposed(number, text, { ...place(text, passage), kind: 'name', type: 'person', fullForm: null });
}

export function roleProposal(
  number: number,
  text: CitedText,
  parts: { readonly person: string | null; readonly role: string; readonly period?: string },
): Proposal {
  const { person, role, period = null } = parts;
  return proposed(number, text, {
    ...place(text, role),
    kind: 'role',
    person: person === null ? null : spanOf(text.text, person),
    role: spanOf(text.text, role),
    body: null,
    tense: 'then',
    period,
  });
}

export function derivation(from: number, to: number | string, relation: DerivationRelation = 'republishes'): DerivationEdge {
  const held = typeof to === 'number';
  return {
    id: `edge ${String(from)} ${relation} ${String(to)}`,
    item: itemId(from),
    relation,
    targetName: held ? `Document ${String(to)}` : to,
    target: held ? itemId(to) : null,
  };
}

/** A figure in document `item`, proposed unless it has a claim number. */
export function report(item: number, quantity: Quantity, parts: Partial<FigureReport> & { readonly number: number }): FigureReport {
  const { number, ...rest } = parts;
  return {
    id: proposalId(number),
    claim: null,
    proposal: proposalId(number),
    status: 'proposed',
    item: itemId(item),
    start: number,
    quote: quantity.raw,
    quantity,
    counted: counting(),
    subset: false,
    chain: [documentLink(`Document ${String(item)}`)],
    saidOn: null,
    ...rest,
  };
}
