import type { Reader } from './extraction.ts';
import { htmlReader } from './html-reader.ts';
import { markdownReader } from './markdown-reader.ts';
import { plainTextReader } from './plain-text-reader.ts';

/** Every format there is a reader for. The first that recognises a sample reads it; plain text takes what is left. */
export const READERS: readonly Reader[] = [htmlReader, markdownReader, plainTextReader];
