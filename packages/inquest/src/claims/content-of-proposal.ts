import { type CompartmentId, done, type ItemId, type Outcome, type Sha256 } from '../kernel/index.ts';
import type {
  AttributionProposal,
  ChainLink,
  Citation,
  ClaimBody,
  ClaimContent,
  Proposal,
  ProposalBody,
  QuantityProposal,
  RoleProposal,
  Span,
} from '../model/index.ts';
import { refuseClaim } from './refusals.ts';

/** The text a claim's citation points into, as its caller read it from custody. */
export interface CitedText {
  readonly item: ItemId;
  readonly compartment: CompartmentId;
  readonly text: string;
  /** SHA-256 of the text object. */
  readonly sha256: Sha256;
  /** How the document is called in link 0 of every chain. */
  readonly documentName: string;
}

/** UTF-16 code units of context on either side of a citation. */
const CONTEXT = 64;
/** Longest passage a citation holds. */
const LONGEST_QUOTE = 20_000;

/** Link 0 of every chain: the captured document itself. */
export function documentLink(documentName: string): ChainLink {
  return { kind: 'document', speaker: documentName, span: null, cue: null, resolvedTo: null, saidOn: null };
}

/**
 * What a proposal says as a claim's body, or null when the reading does not have all of it (a
 * post without its holder, words that were not said) or the kind has no body (dates, names,
 * page furniture). Fills in nothing that the reading did not find: a call for which no action
 * was read is `other`, and a person says which.
 */
export function bodyOfProposal(proposal: ProposalBody): ClaimBody | null {
  switch (proposal.kind) {
    case 'attribution':
      return wasSaid(proposal) ? attributedBody(proposal) : null;
    case 'quantity':
      return { kind: 'quantity', quantity: proposal.quantity, counted: proposal.counted };
    case 'role':
      return roleBody(proposal);
    case 'derivation':
      return { kind: 'derivation', relation: proposal.relation, targetName: proposal.target.text, target: null };
    case 'date':
    case 'name':
    case 'boilerplate':
      return null;
  }
}

/** `denied that` says something; `did not say that` says nothing, and is no denial either. */
function wasSaid({ negated, speechAct, cue }: AttributionProposal): boolean {
  return !negated || (speechAct === 'deny' && !/\b(?:not|never|cannot)\b|n[’']t\b/iu.test(cue?.text ?? ''));
}

function attributedBody(proposal: AttributionProposal): ClaimBody {
  const words = proposal.content.map((part) => part.text).join(' … ');
  const fits = words.length <= 2000;
  const addressee = proposal.addressee?.text ?? null;
  if (fits && proposal.mode === 'indirect') {
    if (proposal.speechAct === 'call' || proposal.speechAct === 'demand') {
      return { kind: 'call_for_action', addressees: addressee === null ? [] : [addressee], action: 'other', regarding: words };
    }
    if (proposal.speechAct === 'offer') return { kind: 'offer', what: words, to: addressee, condition: null };
    if (proposal.speechAct === 'deny') return { kind: 'response', to: words, type: 'denies_act' };
  }
  return { kind: 'quote', mode: proposal.mode, fragments: fragmentsOf(proposal) };
}

/** The words, without the marks around a direct quotation; ellipses split them. At most twenty, the rest joined to the last. */
function fragmentsOf(proposal: AttributionProposal): string[] {
  const quoted = proposal.mode === 'direct';
  const fragments = proposal.content
    .flatMap((part) => (quoted ? part.text.split(/\s*(?:…|\.{3,}|\[…\])+\s*/u) : [part.text]))
    .map((text) => (quoted ? text.replace(/^[\s“”"„«»‘’]+|[\s“”"«»]+$/gu, '') : text.trim()))
    .filter((text) => /[\p{L}\p{N}]/u.test(text));
  if (fragments.length === 0) return [proposal.quote];
  return fragments.length <= 20 ? fragments : [...fragments.slice(0, 19), fragments.slice(19).join(' … ')];
}

/** A period is taken over only where it is written as one; a time when somebody held a post is no beginning and no end. */
function roleBody(proposal: RoleProposal): ClaimBody | null {
  if (proposal.person === null) return null;
  const [from = '', to = ''] = proposal.period?.includes('/') === true ? proposal.period.split('/') : [];
  const bound = (end: string): string | null => (end === '' || end === '..' ? null : end);
  return {
    kind: 'role',
    person: proposal.person.text.slice(0, 500),
    role: proposal.role.text.slice(0, 500),
    body: proposal.body?.text.slice(0, 500) ?? null,
    from: bound(from),
    to: bound(to),
    tense: proposal.tense,
    appointedBy: null,
  };
}

/** Who says it: the proposal's own chain, or the document where the proposal has none. */
export function chainOfProposal(proposal: ProposalBody, documentName: string): ChainLink[] {
  return proposal.kind === 'attribution' || proposal.kind === 'quantity' ? proposal.chain : [documentLink(documentName)];
}

/**
 * The claim a proposal becomes when a person records it as it stands. Refuses kinds that have no
 * record (`not-recordable-yet`), readings with a part missing (`reading-incomplete`) and
 * proposals that do not fit this text (`quote-differs`).
 */
export function contentOfProposal(
  proposal: Proposal,
  cited: CitedText,
): Outcome<ClaimContent, 'not-recordable-yet' | 'reading-incomplete' | 'quote-differs'> {
  const { body: read } = proposal;
  if (read.kind === 'date' || read.kind === 'name' || read.kind === 'boilerplate') return refuseClaim('not-recordable-yet', read.kind);
  if (proposal.item !== cited.item || cited.text.slice(read.start, read.end) !== read.quote || read.quote === '') {
    return refuseClaim('quote-differs', proposal.item);
  }
  const body = bodyOfProposal(read);
  if (body === null) return refuseClaim('reading-incomplete', proposal.id);
  const chain = chainOfProposal(read, cited.documentName);
  const passage = read.kind === 'quantity' ? passageOfQuantity(read) : { start: read.start, end: read.end };
  const parts = read.kind === 'attribution' ? read.content : [{ start: read.start, end: read.end, text: read.quote }];
  const saidOn = (read.kind === 'attribution' ? read.saidOn?.edtf : null) ?? chain.at(-1)?.saidOn ?? null;
  const citation = citationOf(cited, passage, parts);
  return done({ body, citation, chain, polarity: 'affirms', stance: 'neutral', saidOn, note: null });
}

/** The numeral with what the reading took together with it: qualifier, unit, what happened to them, who says so. */
function passageOfQuantity(proposal: QuantityProposal): { start: number; end: number } {
  const spans = [proposal.qualifierSpan, proposal.unitSpan, proposal.predicateSpan, proposal.source].filter((span) => span !== null);
  const start = Math.min(proposal.start, ...spans.map((span) => span.start));
  const end = Math.max(proposal.end, ...spans.map((span) => span.end));
  return end - start > LONGEST_QUOTE / 10 ? { start: proposal.start, end: proposal.end } : { start, end };
}

/** A citation of a passage of this text, its context cut between characters. `parts` defaults to the passage. */
export function citationOf(cited: CitedText, passage: { start: number; end: number }, parts?: readonly Span[]): Citation {
  const { text } = cited;
  const { start, end } = passage;
  const quote = text.slice(start, end);
  return {
    item: cited.item,
    text: cited.sha256,
    start,
    end,
    quote,
    prefix: text.slice(between(text, Math.max(0, start - CONTEXT), 1), start),
    suffix: text.slice(end, between(text, Math.min(text.length, end + CONTEXT), -1)),
    parts: parts === undefined ? [{ start, end, text: quote }] : parts.slice(0, 20),
  };
}

/** An offset that does not cut a surrogate pair in two. */
function between(text: string, offset: number, step: 1 | -1): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff && offset > 0 && offset < text.length ? offset + step : offset;
}
