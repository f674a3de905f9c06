import type { BoilerplateProposal, Proposal, ProposalBody, Segment } from '../model/index.ts';
import { findAttributions } from './attributions.ts';
import { findDerivations } from './derivation.ts';
import { ENGLISH } from './english-lexicon.ts';
import { findBoilerplate } from './find-boilerplate.ts';
import { findDates } from './find-dates.ts';
import { findQuantities } from './find-quantities.ts';
import { groundProposal } from './ground.ts';
import { readingLanguage } from './language.ts';
import { findNames } from './names.ts';
import { proposalIdOf } from './proposal-id.ts';
import { findQuotes } from './quotes.ts';
import type { Found, Paragraph, ReadableDocument, ReadingContext, Sentence, Token, Zone } from './reading-context.ts';
import { findRoles } from './roles.ts';
import { splitSentences } from './sentences.ts';
import { type TextView, viewText } from './text-view.ts';
import { tokenize } from './tokens.ts';

/** Changes whenever any rule or lexicon changes what is proposed; part of every proposal's id. */
export const READER_VERSION = '1.0.0';

/** A document proposes at most this many things; the rest of a longer one is left unread, never silently cut elsewhere. */
export const MAX_PROPOSALS = 100_000;

/**
 * Everything reading proposes about a document: dates, names, posts, who says what, figures, derivations and
 * page furniture, in the order they stand. Pure and deterministic: the same document and reader version give
 * the same proposals with the same ids. Every span is the exact slice of the text; what is not is dropped here.
 */
export function readDocument(document: ReadableDocument): readonly Proposal[] {
  const context = readContext(document);
  const bodies: ProposalBody[] = [];
  for (const found of [context.boilerplate, context.dates, context.names, context.roles, context.attributions])
    for (const { body } of found) bodies.push(body);
  for (const body of [...findQuantities(context), ...findDerivations(context)]) bodies.push(body);
  const grounded = bodies.flatMap((body) => {
    const outcome = groundProposal(document.text, body);
    return outcome.ok ? [outcome.value] : [];
  });
  return distinct(
    grounded.map((body) => ({
      id: proposalIdOf(document.item, READER_VERSION, body),
      item: document.item,
      readerVersion: READER_VERSION,
      body,
    })),
  )
    .sort(byPosition)
    .slice(0, MAX_PROPOSALS);
}

/** The steps of reading in their order; each sees what the ones before it found. */
export function readContext(document: ReadableDocument): ReadingContext {
  const view = viewText(document.text);
  const start: ReadingContext = {
    document,
    view,
    text: view.text,
    span: (start, end) => view.span(start, end),
    boilerplate: [],
    paragraphs: paragraphsOf(document, view),
    quotes: [],
    sentences: [],
    tokens: [],
    dates: [],
    names: [],
    roles: [],
    attributions: [],
  };
  const boilerplate = placed(view, findBoilerplate(start));
  let context = cutIntoSentences({ ...start, boilerplate, paragraphs: withoutBoilerplate(start.paragraphs, boilerplate) });
  context = { ...context, dates: placed(view, findDates(context)) };
  context = { ...context, names: placed(view, findNames(context)) };
  context = { ...context, roles: placed(view, findRoles(context)) };
  context = { ...context, attributions: findAttributions(context) };
  return context;
}

function paragraphsOf(document: ReadableDocument, view: TextView): readonly Paragraph[] {
  return document.segments.filter((segment) => !segment.furniture).flatMap((segment) => paragraphOf(document, view, segment));
}

function paragraphOf(document: ReadableDocument, view: TextView, segment: Segment): readonly Paragraph[] {
  const start = view.fromRaw(segment.start);
  const end = view.fromRaw(segment.end);
  if (end <= start) return [];
  return [
    {
      start,
      end,
      role: segment.role,
      language: readingLanguage(view.text.slice(start, Math.min(end, start + 1000)), segment.language, document.languages),
    },
  ];
}

function cutIntoSentences(context: ReadingContext): ReadingContext {
  const quotes = findQuotes(context.text, context.paragraphs);
  const quotesOf = Map.groupBy(quotes, (quote) => quote.paragraph);
  const sentences: Sentence[] = [];
  const tokens: Token[] = [];
  context.paragraphs.forEach((paragraph, index) => {
    const own = quotesOf.get(index) ?? [];
    const first = tokens.length;
    for (const token of tokenize(context.text, paragraph)) tokens.push(token);
    let next = first;
    for (const zone of splitSentences(context.text, paragraph, { quotes: own, speaks: (word) => ENGLISH.forms.has(word) })) {
      while (next < tokens.length && (tokens[next]?.start ?? 0) < zone.start) next += 1;
      const from = next;
      while (next < tokens.length && (tokens[next]?.start ?? 0) < zone.end) next += 1;
      sentences.push({ ...zone, paragraph: index, language: paragraph.language, firstToken: from, endToken: next });
    }
  });
  return { ...context, quotes, sentences, tokens };
}

/** Gives bodies their place in the view, in order. */
export function placed<Body extends { readonly start: number; readonly end: number }>(
  view: TextView,
  bodies: readonly Body[],
): readonly Found<Body>[] {
  return bodies
    .map((body) => ({ start: view.fromRaw(body.start), end: view.fromRaw(body.end), body }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Paragraphs without what was found to be page furniture; one that is furniture in part keeps the rest. */
export function withoutBoilerplate(
  paragraphs: readonly Paragraph[],
  boilerplate: readonly Found<BoilerplateProposal>[],
): readonly Paragraph[] {
  return paragraphs.flatMap((paragraph) => {
    let rest: readonly Zone[] = [paragraph];
    for (const zone of boilerplate) rest = rest.flatMap((part) => subtract(part, zone));
    return rest.map((part) => ({ ...paragraph, start: part.start, end: part.end }));
  });
}

function subtract(part: Zone, zone: Zone): readonly Zone[] {
  if (zone.end <= part.start || zone.start >= part.end) return [part];
  return [
    { start: part.start, end: zone.start },
    { start: zone.end, end: part.end },
  ].filter((rest) => rest.end > rest.start);
}

function distinct(proposals: readonly Proposal[]): Proposal[] {
  return [...new Map(proposals.map((proposal) => [proposal.id, proposal])).values()];
}

function byPosition(a: Proposal, b: Proposal): number {
  return a.body.start - b.body.start || b.body.end - a.body.end || (a.id < b.id ? -1 : 1);
}
