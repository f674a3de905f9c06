import { isText, type LexiconSite, type TokenRange } from './lexicon-site.ts';

/** A source has at most this many words. */
const LONGEST = 28;

/**
 * Who speaks, before the cue: the words since `from`, without a leading conjunction or circumstance and
 * without the `in a statement` and `to reporters` that stand between. Null when nothing is left; `refused`
 * when the words hold an object, so that where the subject ends cannot be told.
 */
export function cueSource(site: LexiconSite, { from, to }: TokenRange): TokenRange | null | 'refused' {
  const { lexicon, tokens } = site;
  let start = from;
  for (let index = to - 1; index >= from; index -= 1) {
    const closes = site.quotes[index] !== null && site.quotes[index + 1] !== site.quotes[index];
    if (
      isText(tokens[index], /^[.؛;:!?؟—–]$/) ||
      (closes && to - index > 1 && isText(tokens[index + 1], /^[،,]$/)) ||
      startsClauseAt(site, index, to)
    ) {
      start = index + 1;
      break;
    }
  }
  start = pastLeading(site, start, to);
  const end = beforeTrailing(site, start, to);
  if (end <= start) return null;
  const source = tokens.slice(start, end);
  if (lexicon.object !== null && source.some((token) => token.lower === lexicon.object)) return 'refused';
  const first = source[0];
  if (source.length > LONGEST || first === undefined || lexicon.notSources.has(first.lower)) return 'refused';
  if (source.length === 1 && lexicon.firstPerson.has(first.lower)) return 'refused';
  return source.every((token) => /^[\p{P}\d]+$/u.test(token.text)) ? null : { from: start, to: end };
}

/** A complementiser, unless it opens a relative clause on a medium (`در بیانیه‌ای که … منتشر شد،`), or a comma before a contrast. */
function startsClauseAt({ lexicon, tokens }: LexiconSite, index: number, to: number): boolean {
  const [before, token, after] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (isText(token, /^[،,]$/)) return after !== undefined && lexicon.leading.has(after.lower);
  if (token === undefined || !lexicon.that.has(token.lower)) return false;
  const onMedium = before !== undefined && lexicon.media.has(before.lower);
  return !(onMedium && isText(tokens[to - 1], /^[،,]$/));
}

/** Conjunctions, then circumstances up to their comma: `در بیانیه‌ای، `, `Lundi, `. */
function pastLeading(site: LexiconSite, from: number, to: number): number {
  const { lexicon, tokens } = site;
  let start = from;
  while (start < to && (lexicon.leading.has(tokens[start]?.lower ?? '') || isText(tokens[start], /^[،,»«"“”]$/))) start += 1;
  if (lexicon.object !== null && tokens[start + 1]?.lower === lexicon.object && lexicon.notSources.has(tokens[start]?.lower ?? ''))
    start += 2;
  const first = tokens[start];
  if (first === undefined || !(lexicon.circumstances.has(first.lower) || isDated(site, start))) return start;
  for (let index = start; index < to - 1; index += 1) if (isText(tokens[index], /^[،,]$/)) return pastLeading(site, index + 1, to);
  return start;
}

/** Back over adverbs and over the last circumstance when it names a medium, a date or an addressee. */
function beforeTrailing(site: LexiconSite, from: number, to: number): number {
  const { lexicon, tokens } = site;
  let end = to;
  while (end > from && (lexicon.trailing.has(tokens[end - 1]?.lower ?? '') || isText(tokens[end - 1], /^[،,’']$/))) end -= 1;
  for (let index = end - 1; index > from; index -= 1) {
    if (!lexicon.circumstances.has(tokens[index]?.lower ?? '')) continue;
    const phrase = tokens.slice(index, end);
    const tells =
      phrase.some((token, offset) => lexicon.media.has(token.lower) || isDated(site, index + offset)) ||
      (phrase.length <= 4 && tokens[index]?.lower === 'به');
    if (tells) return beforeTrailing(site, from, index);
  }
  return end;
}

function isDated(site: LexiconSite, index: number): boolean {
  const token = site.tokens[index];
  return token !== undefined && site.context.dates.some((date) => date.start <= token.start && token.end <= date.end);
}

/** Who speaks, after the cue: up to a comma, colon, quotation, complementiser, circumstance or `limit`. */
export function rightSource(site: LexiconSite, from: number, limit = Number.POSITIVE_INFINITY): TokenRange | null {
  const { lexicon, tokens } = site;
  let to = from;
  while (to < Math.min(tokens.length, limit, from + LONGEST)) {
    const token = tokens[to];
    if (token === undefined || isText(token, /^[.:؛;!?؟]$/) || site.quotes[to] !== null || lexicon.that.has(token.lower)) break;
    if (isText(token, /^[،,]$/) && limit === Number.POSITIVE_INFINITY) break;
    if (to > from && isDated(site, to)) break;
    if (
      to > from &&
      lexicon.circumstances.has(token.lower) &&
      (isDated(site, to + 1) || tokens.slice(to + 1, to + 4).some((word) => lexicon.media.has(word.lower)))
    )
      break;
    to += 1;
  }
  while (to > from && isText(tokens[to - 1], /^[،,]$/)) to -= 1;
  const first = tokens[from];
  if (to <= from || first === undefined || lexicon.notSources.has(first.lower) || lexicon.firstPerson.has(first.lower)) return null;
  return { from, to };
}
