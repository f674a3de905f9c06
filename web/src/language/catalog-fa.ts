import figures from '../figures/fa.json';
import reader from '../reader/fa.json';
import own from './fa.json';

/** All messages in one language: each screen folder keeps its own. */
export const messages = { ...own, ...reader, ...figures };
