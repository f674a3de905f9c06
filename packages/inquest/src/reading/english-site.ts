import type { Words } from './english-words.ts';

/** What the rules of one sentence share. */
export interface SentenceSite {
  readonly words: Words;
  /** Index into `context.sentences`. */
  readonly sentence: number;
  /** First word the sentence's own speech starts at: after a publisher lead-in. */
  readonly floor: number;
  readonly headline: boolean;
  /** The words are the inside of a quotation: only what others are said to have said counts. */
  readonly insideQuote: boolean;
}
