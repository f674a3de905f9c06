import figures from '../figures/en.json';
import reader from '../reader/en.json';
import own from './en.json';

/** All messages in one language: each screen folder keeps its own. */
export const messages = { ...own, ...reader, ...figures };
