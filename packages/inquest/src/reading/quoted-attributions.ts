import type { AttributionDraft } from './attribution-draft.ts';
import { verbAttributions } from './english-attributions.ts';
import type { SentenceSite } from './english-site.ts';
import { wordsWithin } from './english-words.ts';

/** Quotations shorter than this carry no claim of somebody else's. */
const SHORTEST = 6;
const TRUSTED = /that-clause|introduced-quote|according-to/;

/**
 * What the quoted speaker says others said: `“The guards told us that …”`. Only marked frames and never
 * the speaker's own `we believe`; a quotation that belongs to nobody yet is not looked into.
 */
export function quotedAttributions(site: SentenceSite, outer: readonly AttributionDraft[]): readonly AttributionDraft[] {
  const { words } = site;
  const drafts: AttributionDraft[] = [];
  let from = 0;
  while (from < words.list.length) {
    const quote = words.at(from).quote;
    let to = from + 1;
    while (to < words.list.length && words.at(to).quote === quote) to += 1;
    if (quote >= 0 && to - from >= SHORTEST) drafts.push(...within(site, from, to));
    from = to;
  }
  return drafts.filter((draft) => TRUSTED.test(draft.rule) && outer.some((other) => other.content.length > 0));
}

function within(site: SentenceSite, from: number, to: number): readonly AttributionDraft[] {
  const drafts: AttributionDraft[] = [];
  let start = from + 1;
  for (let index = start; index < to; index += 1) {
    const ends = /^[.?!]$/.test(site.words.at(index).text) || index === to - 1;
    if (!ends) continue;
    const inner = { ...site, words: wordsWithin(site.words, start, index), floor: 0, headline: false, insideQuote: true };
    if (index - start > 3) drafts.push(...verbAttributions(inner));
    start = index + 1;
  }
  return drafts;
}
