import { done, isPartialDate, type Outcome } from '../kernel/index.ts';
import { type ClaimContent, claimBody, claimContent, type Quantity } from '../model/index.ts';
import type { CitedText } from './content-of-proposal.ts';
import { refuseClaim } from './refusals.ts';

/** Kinds of claim body this version keeps. */
export const BODY_KINDS: ReadonlySet<string> = new Set(claimBody.options.map((option) => option.shape.kind.value));

export type ContentRefusal = 'unknown-body-kind' | 'invalid-content' | 'quote-differs';

/** The most problems of one content that are listed. */
const MOST_PROBLEMS = 20;

/**
 * What a person sends as a claim's content, checked whole: a known kind, every field of its
 * form, dates readable, numbers in order, a chain that begins with the document, and a citation
 * that is what stands in this very text. Problems are named by field; values are never repeated.
 */
export function checkContent(candidate: unknown, cited: CitedText): Outcome<ClaimContent, ContentRefusal> {
  const kind = kindOf(candidate);
  if (kind !== null && !BODY_KINDS.has(kind)) return refuseClaim('unknown-body-kind', kind.slice(0, 60));
  const parsed = claimContent.safeParse(candidate);
  if (!parsed.success) {
    const fields = parsed.error.issues.slice(0, MOST_PROBLEMS).map((issue) => ({ field: issue.path.join('.'), problem: issue.code }));
    return refuseClaim('invalid-content', fields.map(({ field }) => field || 'content').join(', '), { fields });
  }
  if (!isWellFormed(parsed.data)) return refuseClaim('invalid-content', 'half a character');
  const wrong = [...unreadableDates(parsed.data), ...wrongNumbers(parsed.data), ...wrongChain(parsed.data)];
  if (wrong.length > 0)
    return refuseClaim('invalid-content', wrong.join(', '), { fields: wrong.map((field) => ({ field, problem: 'value' })) });
  return citesThisText(parsed.data, cited) ? done(parsed.data) : refuseClaim('quote-differs', cited.item);
}

function kindOf(candidate: unknown): string | null {
  if (typeof candidate !== 'object' || candidate === null || !('body' in candidate)) return null;
  const { body } = candidate;
  if (typeof body !== 'object' || body === null || !('kind' in body)) return null;
  return typeof body.kind === 'string' ? body.kind : null;
}

/** Whether no text in it holds half of a surrogate pair, which no file could keep. */
function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  return typeof value !== 'object' || value === null || Object.values(value).every(isWellFormed);
}

/** Whether a person's words on a decision can be kept: not longer than allowed, no half characters. */
export function isKeepable(words: string | null, most: number): boolean {
  return words === null || (words.length <= most && words.isWellFormed());
}

function unreadableDates({ body, saidOn, chain }: ClaimContent): readonly string[] {
  const dates: (readonly [field: string, edtf: string | null])[] = [['saidOn', saidOn]];
  for (const [index, link] of chain.entries()) dates.push([`chain.${String(index)}.saidOn`, link.saidOn]);
  if (body.kind === 'quantity') dates.push(['body.counted.period', body.counted.period]);
  if (body.kind === 'role') dates.push(['body.from', body.from], ['body.to', body.to]);
  if (body.kind === 'event_fact') dates.push(['body.time', body.time]);
  return dates.filter(([, edtf]) => edtf !== null && !isPartialDate(edtf)).map(([field]) => field);
}

function wrongNumbers({ body }: ClaimContent): readonly string[] {
  return body.kind === 'quantity' && !inOrder(body.quantity) ? ['body.quantity'] : [];
}

/** `more than n` keeps n in `value` and n + 1 in `min`; elsewhere the value lies within its bounds. */
function inOrder({ value, min, max, qualifier }: Quantity): boolean {
  if (min !== null && max !== null && min > max) return false;
  if (value === null) return true;
  if (qualifier === 'min' || qualifier === 'max') return true;
  return (min === null || min <= value) && (max === null || value <= max);
}

function wrongChain({ chain }: ClaimContent): readonly string[] {
  return chain[0]?.kind === 'document' ? [] : ['chain'];
}

/** Whether every offset of the citation, and of the chain's spans, points at exactly its words in this text. */
function citesThisText({ citation, chain }: ClaimContent, cited: CitedText): boolean {
  if (citation.item !== cited.item || citation.text !== cited.sha256) return false;
  const { text } = cited;
  const exact = (start: number, end: number, words: string): boolean => start < end && text.slice(start, end) === words;
  const spans = [...citation.parts, ...chain.flatMap((link) => [link.span, link.resolvedTo])].filter((span) => span !== null);
  return (
    exact(citation.start, citation.end, citation.quote) &&
    spans.every((span) => exact(span.start, span.end, span.text)) &&
    text.slice(0, citation.start).endsWith(citation.prefix) &&
    text.slice(citation.end).startsWith(citation.suffix)
  );
}
