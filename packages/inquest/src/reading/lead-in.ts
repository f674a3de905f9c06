import type { ReadingContext, Sentence, Zone } from './reading-context.ts';

/** A publisher or place set before the first words of a paragraph: `Al-Monitor – A group …`, `LONDON (Reuters) - …`. */
export interface LeadIn {
  /** The whole lead-in with its dash. */
  readonly zone: Zone;
  /** The publisher's name, or null for a place alone. */
  readonly publisher: Zone | null;
}

const AGENCY = /^(?:[\p{Lu}][\p{L}.’' -]{1,40}(?:,\s*[\p{L}0-9 .]{2,30})?\s*)?\((?<agency>[\p{Lu}][\p{L}\p{N}.’'& -]{1,30})\)\s*[—–-]+\s+/u;
const NAME = /^(?<name>[\p{Lu}][\p{L}\p{N}.’'&/-]*(?: [\p{Lu}][\p{L}\p{N}.’'&/-]*){0,4})\s+[—–-]\s+(?=[\p{Lu}\d“"«‘])/u;
const PLACE_LINE = /^(?<place>\p{Lu}{3,}(?:[ -]\p{Lu}{2,}){0,3}(?:,\s*[\p{L}0-9 .]{2,30})?)\s*(?:[—–]|--?)\s*(?=[\p{Lu}\d“"«‘])/u;

/** The lead-in at the start of a sentence that opens a paragraph, or null. */
export function leadInOf(context: ReadingContext, sentence: Sentence): LeadIn | null {
  const paragraph = context.paragraphs[sentence.paragraph];
  if (paragraph === undefined || context.text.slice(paragraph.start, sentence.start).trim() !== '') return null;
  const text = context.text.slice(sentence.start, Math.min(sentence.end, sentence.start + 160));
  const agency = AGENCY.exec(text);
  if (agency?.groups?.['agency'] !== undefined) return at(sentence.start, agency[0], agency.groups['agency']);
  const place = PLACE_LINE.exec(text);
  if (place !== null) return { zone: { start: sentence.start, end: sentence.start + place[0].trimEnd().length }, publisher: null };
  const name = NAME.exec(text);
  if (name?.groups?.['name'] !== undefined) return at(sentence.start, name[0], name.groups['name']);
  return null;
}

function at(start: number, matched: string, publisher: string): LeadIn {
  const from = start + matched.indexOf(publisher);
  return { zone: { start, end: start + matched.trimEnd().length }, publisher: { start: from, end: from + publisher.length } };
}
