import { type AttributionDraft, contains } from './attribution-draft.ts';
import { type CueEntry, cueLexicon } from './cue-lexicon.ts';
import { type CueMatch, isText, type LexiconSite, type TokenRange } from './lexicon-site.ts';
import { cueSource, rightSource } from './lexicon-sources.ts';
import type { ReadingContext, Zone } from './reading-context.ts';

/** A content needs at least this many words of its own. */
const SHORTEST_CLAUSE = 3;

/** Attributions of one sentence by cue phrases, complementisers, quotation marks and colons, without a tagger. */
export function cueAttributions(context: ReadingContext, sentence: number): readonly AttributionDraft[] {
  const zone = context.sentences[sentence];
  const lexicon = zone === undefined ? null : cueLexicon(zone.language);
  if (zone === undefined || lexicon === null) return [];
  const tokens = context.tokens.slice(zone.firstToken, zone.endToken);
  const inside = context.quotes.filter((quote) => quote.start < zone.end && quote.end > zone.start);
  const quotes = tokens.map((token) => inside.find((quote) => quote.start <= token.start && token.end <= quote.end) ?? null);
  const site: LexiconSite = { context, lexicon, sentence, tokens, quotes };
  const drafts: AttributionDraft[] = [];
  let floor = 0;
  for (const match of cuesIn(site)) {
    const found = attributionAt(site, match, floor);
    if (found === null) continue;
    drafts.push(found.draft);
    floor = found.floor;
  }
  const label = drafts.length === 0 ? labelled(site) : null;
  return label === null ? drafts : [label, ...drafts];
}

/** Cues outside quotations, longest at each word, without overlaps. */
function cuesIn(site: LexiconSite): readonly CueMatch[] {
  const found: CueMatch[] = [];
  for (let index = 0; index < site.tokens.length; index += 1) {
    if (site.quotes[index] !== null) continue;
    const entry = entryAt(site, index);
    if (entry === null) continue;
    found.push({ entry, from: index, to: index + entry.words.length });
    index += entry.words.length - 1;
  }
  return found;
}

function entryAt({ lexicon, tokens }: LexiconSite, index: number): CueEntry | null {
  const word = tokens[index]?.lower ?? '';
  const bare = lexicon.prefixes.find((prefix) => word.startsWith(prefix) && lexicon.byFirstWord.has(word.slice(prefix.length)));
  const entries = lexicon.byFirstWord.get(word) ?? (bare === undefined ? undefined : lexicon.byFirstWord.get(word.slice(bare.length)));
  return entries?.find((entry) => entry.words.slice(1).every((part, offset) => tokens[index + 1 + offset]?.lower === part)) ?? null;
}

interface Placed {
  readonly draft: AttributionDraft;
  /** Where the source of the next cue may begin. */
  readonly floor: number;
}

function attributionAt(site: LexiconSite, match: CueMatch, floor: number): Placed | null {
  const { cue } = match.entry;
  if (cue.kind === 'according') return according(site, match, cue.attached);
  if (cue.kind === 'hearsay')
    return placed(site, match, { content: [clause(site, pastThat(site, match.to))], source: null, rule: 'hearsay', floor: match.to });
  if (cue.kind === 'enclosing') return enclosed(site, match, { closings: cue.closings, floor });
  if (!site.lexicon.sourceFirst) return cueFirst(site, match);
  return sourceFirst(site, match, floor);
}

interface Parts {
  readonly content: readonly (TokenRange | null)[];
  readonly source: TokenRange | null;
  readonly rule: string;
  readonly floor: number;
  readonly verbatim?: boolean;
}

function placed(site: LexiconSite, { entry, from, to }: CueMatch, parts: Parts): Placed | null {
  const content = parts.content.flatMap((range) => (range === null || range.to <= range.from ? [] : [zoneOf(site, range)]));
  if (content.length === 0) return null;
  return {
    floor: parts.floor,
    draft: {
      rule: `${site.lexicon.language}.${parts.rule}`,
      content,
      source: parts.source === null ? null : zoneOf(site, parts.source),
      cue: zoneOf(site, { from, to }),
      act: entry.act,
      loaded: entry.loaded,
      negated: entry.negates,
      addressee: null,
      medium: null,
      sentence: site.sentence,
      ...(parts.verbatim === true ? { verbatim: true } : {}),
    },
  };
}

function zoneOf({ tokens }: LexiconSite, { from, to }: TokenRange): Zone {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}

/** From here to the end of the sentence without its final stop. Null when too little is left to be a clause. */
function clause(site: LexiconSite, from: number): TokenRange | null {
  let to = site.tokens.length;
  while (to > from && site.quotes[to - 1] === null && isText(site.tokens[to - 1], /^[.،؛:,;]$/)) to -= 1;
  return to - from >= SHORTEST_CLAUSE ? { from, to } : null;
}

function pastThat({ lexicon, tokens }: LexiconSite, index: number): number {
  return lexicon.that.has(tokens[index]?.lower ?? '') ? index + 1 : index;
}

/** The quotation that begins here, whole, when the clause ends with it. */
function quotationAt(site: LexiconSite, index: number): TokenRange | null {
  const quote = site.quotes[index] ?? null;
  if (quote === null || site.quotes[index - 1] === quote) return null;
  let to = index;
  while (to < site.tokens.length && site.quotes[to] === quote) to += 1;
  return to - index >= SHORTEST_CLAUSE ? { from: index, to } : null;
}

interface Complement {
  readonly content: TokenRange;
  readonly rule: string;
  readonly verbatim: boolean;
}

/** What a cue carries to its right from `at` on: a quotation, a complementiser with its clause, a clause after a colon. */
function complementAt(site: LexiconSite, at: number): Complement | null {
  const mark = isText(site.tokens[at], /^[:،,]$/) ? at + 1 : at;
  const after = pastThat(site, mark) === mark ? mark : pastThat(site, mark) + (isText(site.tokens[mark + 1], /^:$/) ? 1 : 0);
  const quote = quotationAt(site, after) ?? quotationAt(site, mark);
  const rest = clause(site, after);
  if (quote !== null && endsClause(site, quote.to)) return { content: quote, rule: 'introduced-quote', verbatim: false };
  if (after > mark && rest !== null) return { content: rest, rule: 'that-clause', verbatim: false };
  if (isText(site.tokens[at], /^:$/) && rest !== null)
    return { content: { from: after, to: site.tokens.length }, rule: 'colon-clause', verbatim: true };
  return null;
}

function endsClause(site: LexiconSite, index: number): boolean {
  return index >= site.tokens.length || isText(site.tokens[index], /^[.،؛,;:!؟?…)]$/) || site.tokens.length - index <= 1;
}

function sourceFirst(site: LexiconSite, match: CueMatch, floor: number): Placed | null {
  const { cue } = match.entry;
  const needed = cue.kind === 'clause' ? cue.needs : null;
  const until =
    needed === null ? match.from : site.tokens.findIndex((token, index) => index > floor && index < match.from && token.lower === needed);
  if (until < 0) return null;
  const source = cueSource(site, { from: floor, to: until });
  if (source === 'refused') return null;
  if (cue.kind === 'object' || cue.kind === 'preposition') return object(site, match, source);
  const gap = addresseeEnd(site, match.to);
  const complement = complementAt(site, match.to) ?? (gap === match.to ? null : complementAt(site, gap));
  if (complement !== null) {
    const by = source ?? (isVerbFirst(site, match) ? null : undefined);
    if (by === undefined) return null;
    return placed(site, match, {
      content: [complement.content],
      source: by,
      rule: complement.rule,
      verbatim: complement.verbatim,
      floor: complement.content.from,
    });
  }
  const left = quotationBefore(site, match, source);
  if (left !== null) return left;
  const rest =
    site.lexicon.bare && source !== null && cue.kind === 'clause'
      ? clause(site, isText(site.tokens[match.to], /^،$/) ? match.to + 1 : match.to)
      : null;
  return rest === null ? null : placed(site, match, { content: [rest], source, rule: 'bare-clause', floor: rest.from });
}

/** A cue that opens its sentence: the speaker of the sentence before goes on, and nobody is named here. */
function isVerbFirst(site: LexiconSite, match: CueMatch): boolean {
  return site.tokens.slice(0, match.from).every((token) => site.lexicon.leading.has(token.lower) || /^[،,]$/.test(token.text));
}

/** Past an addressee or medium between the cue and its complementiser, at most eight words. */
function addresseeEnd(site: LexiconSite, from: number): number {
  for (let index = from; index < Math.min(site.tokens.length, from + 9); index += 1) {
    const token = site.tokens[index];
    if (site.quotes[index] !== null || isText(token, /^:$/)) return index;
    if (token !== undefined && site.lexicon.that.has(token.lower)) return index;
    if (isText(token, /^[.؛;]$/)) return from;
  }
  return from;
}

/** `«…»، رحمان گفت` and `« … », a déclaré X`: the quotation before the cue. */
function quotationBefore(site: LexiconSite, match: CueMatch, source: TokenRange | null): Placed | null {
  let edge = (source?.from ?? match.from) - 1;
  if (site.lexicon.object !== null && site.tokens[edge]?.lower === site.lexicon.object) edge -= 2;
  const last = isText(site.tokens[edge], /^[،,.]$/) ? edge - 1 : edge;
  const quote = site.quotes[last] ?? null;
  if (quote === null) return null;
  let from = last;
  while (from > 0 && site.quotes[from - 1] === quote) from -= 1;
  const speaker = source ?? rightSource(site, match.to);
  return speaker === null
    ? null
    : placed(site, match, { content: [{ from, to: last + 1 }], source: speaker, rule: 'quote-before', floor: match.to });
}

/** A noun phrase as content, after the cue or after its preposition. */
function object(site: LexiconSite, match: CueMatch, source: TokenRange | null): Placed | null {
  const { cue } = match.entry;
  if (source === null) return null;
  const from = cue.kind === 'preposition' ? match.to + 1 : match.to;
  if (cue.kind === 'preposition' && site.tokens[match.to]?.lower !== cue.word) return null;
  const that = complementAt(site, match.to);
  const content = that?.content ?? clause(site, from);
  return placed(site, match, { content: [content], source, rule: that?.rule ?? 'object-phrase', floor: from });
}

/** Arabic order: the cue, who speaks, then the complementiser, colon or quotation. */
function cueFirst(site: LexiconSite, match: CueMatch): Placed | null {
  const { cue } = match.entry;
  for (let index = match.to; index < Math.min(site.tokens.length, match.to + 30); index += 1) {
    const token = site.tokens[index];
    if (token === undefined || isText(token, /^[.؛]$/)) return null;
    const source = rightSource(site, match.to, index);
    if (cue.kind === 'prefix' && index > match.to && token.lower.startsWith(cue.letters) && token.lower.length > 3)
      return placed(site, match, { content: [clause(site, index)], source, rule: 'object-phrase', floor: index });
    if (cue.kind === 'preposition' && token.lower === cue.word)
      return placed(site, match, { content: [clause(site, index + 1)], source, rule: 'object-phrase', floor: index });
    if (cue.kind !== 'clause') continue;
    const opens =
      site.lexicon.that.has(token.lower) ||
      isText(token, /^:$/) ||
      (site.quotes[index] !== null && site.quotes[index - 1] !== site.quotes[index]);
    const complement = opens ? complementAt(site, index) : null;
    if (complement !== null) {
      const by = source ?? cueSourceBefore(site, match);
      return placed(site, match, {
        content: [complement.content],
        source: by,
        rule: complement.rule,
        verbatim: complement.verbatim,
        floor: complement.content.from,
      });
    }
  }
  return null;
}

function cueSourceBefore(site: LexiconSite, match: CueMatch): TokenRange | null {
  const source = cueSource(site, { from: 0, to: match.from });
  return source === 'refused' ? null : source;
}

function enclosed(
  site: LexiconSite,
  match: CueMatch,
  { closings, floor }: { closings: readonly (readonly string[])[]; floor: number },
): Placed | null {
  const source = cueSource(site, { from: floor, to: match.from });
  if (source === null || source === 'refused') return null;
  for (let index = match.to + 1; index < site.tokens.length; index += 1) {
    const closing = closings.find((words) => words.every((word, offset) => site.tokens[index + offset]?.lower === word));
    if (closing !== undefined)
      return placed(site, match, {
        content: [{ from: match.to, to: index }],
        source,
        rule: 'enclosed-object',
        floor: index + closing.length,
      });
  }
  return null;
}

/** `به گفتهٔ X، …`, `selon X, …`, `…, selon X`. */
function according(site: LexiconSite, match: CueMatch, attached: string | null): Placed | null {
  const start = match.to;
  if (attached !== null && !(site.tokens[start]?.lower ?? '').startsWith(attached)) return null;
  const source = rightSource(site, start);
  if (source === null) return null;
  const after = isText(site.tokens[source.to], /^[،,:]$/) ? source.to + 1 : source.to;
  const before = isText(site.tokens[match.from - 1], /^[،,]$/) ? match.from - 1 : match.from;
  const opens = match.from === 0 || site.tokens.slice(0, match.from).every((token) => site.lexicon.leading.has(token.lower));
  const left = opens ? null : { from: 0, to: before };
  const right = clause(site, after);
  const content = left !== null && left.to - left.from >= SHORTEST_CLAUSE ? [left] : [right];
  const found = placed(site, match, { content, source, rule: 'according-to', floor: source.to });
  if (found === null || attached === null || found.draft.source === null) return found;
  return { ...found, draft: { ...found.draft, source: { ...found.draft.source, start: found.draft.source.start + attached.length } } };
}

/** `لنا اُرسولت: …`: up to eight words, a colon, and a clause, when nothing else in the sentence is a cue. */
function labelled(site: LexiconSite): AttributionDraft | null {
  const colon = site.tokens.findIndex((token) => token.text === ':');
  if (
    colon < 1 ||
    colon > 8 ||
    site.tokens
      .slice(0, colon)
      .some((token, index) => site.quotes[index] !== null || /\d/.test(token.text) || site.lexicon.notSources.has(token.lower))
  )
    return null;
  const quote = quotationAt(site, colon + 1);
  const rest = clause(site, colon + 1);
  const capital = site.lexicon.language !== 'fr' || isText(site.tokens[0], /^\p{Lu}/u);
  if (!capital || rest === null || rest.to - rest.from < 5) return null;
  const named = context(site).some((name) => contains(zoneOf(site, { from: 0, to: colon }), name));
  if (quote === null && !named) return null;
  const entry: CueEntry = { words: [':'], act: 'assert', loaded: false, negates: false, cue: { kind: 'clause', needs: null } };
  const content = quote ?? { from: colon + 1, to: site.tokens.length };
  return (
    placed(
      site,
      { entry, from: colon, to: colon + 1 },
      { content: [content], source: { from: 0, to: colon }, rule: 'label', verbatim: quote === null, floor: colon },
    )?.draft ?? null
  );
}

function context(site: LexiconSite): readonly Zone[] {
  return site.context.names.filter((name) => name.body.type === 'person' || name.body.type === 'organisation');
}
