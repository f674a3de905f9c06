import type { ReadingContext, Zone } from './reading-context.ts';

const SINGULAR = /^(?:he|she|him|her|او|وی|ایشان|il|elle|هو|هی)$/i;
/** How far back a person may have been named. */
const REACH = 1200;

/**
 * The person a singular pronoun most likely stands for: the last one named before it, as a proposal shown
 * beside the pronoun and never put in its place. Null for plurals and when nobody was named nearby.
 */
export function antecedentOf(context: ReadingContext, source: Zone): Zone | null {
  if (!SINGULAR.test(context.text.slice(source.start, source.end))) return null;
  let best: Zone | null = null;
  for (const name of context.names) {
    if (name.start >= source.start) break;
    if (name.body.type === 'person' && source.start - name.end <= REACH) best = name;
  }
  return best === null ? null : { start: best.start, end: best.end };
}
