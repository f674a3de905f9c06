import type { ProposalLine } from '../api-contract/index.ts';
import { documentLink, englishSentence, proposalSentence } from '../claims/index.ts';
import type { ChainLink, Proposal, ProposalBody, ReadingStatus, Span } from '../model/index.ts';

/** How a proposal stands: its reading status, and what decided it. */
export interface Standing {
  readonly status: ReadingStatus;
  readonly claim: string | null;
  readonly decision: string | null;
  readonly reason: string | null;
}

/** A proposal as the line of the contract. `file` is the item's path, `documentName` link 0 of chains. */
export function proposalLine(proposal: Proposal, document: { file: string; documentName: string }, standing: Standing): ProposalLine {
  const { body } = proposal;
  const chain = 'chain' in body ? body.chain : [documentLink(document.documentName)];
  return {
    file: document.file,
    item: proposal.item,
    id: proposal.id,
    kind: body.kind,
    start: body.start,
    end: body.end,
    quote: body.quote,
    parts: partsOf(body),
    source: sourceOf(body),
    cue: cueOf(body),
    mode: body.kind === 'attribution' ? body.mode : null,
    chain: chain.map(chainLine),
    ...figureOf(body),
    edtf: body.kind === 'date' ? body.edtf : null,
    rule: body.rule,
    confidence: body.confidence,
    status: standing.status,
    claim: standing.claim,
    decision: standing.decision,
    reason: standing.reason,
    sentence: englishSentence(proposalSentence(body, document.documentName)),
    body,
  };
}

export function chainLine(link: ChainLink): ProposalLine['chain'][number] {
  return {
    kind: link.kind,
    text: link.speaker,
    start: link.span?.start ?? null,
    end: link.span?.end ?? null,
    cue: link.cue,
    resolvedTo: link.resolvedTo,
    saidOn: link.saidOn,
  };
}

function partsOf(body: ProposalBody): Span[] {
  return body.kind === 'attribution' ? [...body.content] : [{ start: body.start, end: body.end, text: body.quote }];
}

function sourceOf(body: ProposalBody): Span | null {
  if (body.kind === 'attribution' || body.kind === 'quantity') return body.source;
  return body.kind === 'derivation' ? body.target : null;
}

function cueOf(body: ProposalBody): string | null {
  if (body.kind === 'attribution') return body.cue?.text ?? null;
  return body.kind === 'quantity' ? body.cue : null;
}

function figureOf(body: ProposalBody): Pick<ProposalLine, 'number' | 'value' | 'min' | 'max' | 'qualifier' | 'unit' | 'predicate'> {
  if (body.kind !== 'quantity') return { number: null, value: null, min: null, max: null, qualifier: null, unit: null, predicate: null };
  const { value, min, max, qualifier } = body.quantity;
  return { number: body.quote, value, min, max, qualifier, unit: body.unitSpan?.text ?? null, predicate: body.predicateSpan?.text ?? null };
}
