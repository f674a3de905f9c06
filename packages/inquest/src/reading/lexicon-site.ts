import type { CueEntry, CueLexicon } from './cue-lexicon.ts';
import type { QuoteZone, ReadingContext, Token } from './reading-context.ts';

/** One sentence of a language that is read by its lexicon alone. Ranges are indices into `tokens`, end exclusive. */
export interface LexiconSite {
  readonly context: ReadingContext;
  readonly lexicon: CueLexicon;
  readonly sentence: number;
  readonly tokens: readonly Token[];
  /** Quotation each token stands in, or null. */
  readonly quotes: readonly (QuoteZone | null)[];
}

export interface CueMatch {
  readonly entry: CueEntry;
  readonly from: number;
  readonly to: number;
}

export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/** Whether a token is there and its text matches. */
export function isText(token: Token | undefined, pattern: RegExp): boolean {
  return token !== undefined && pattern.test(token.text);
}
