export type { DateWords } from './date-words.ts';
export { firstLocale, type Language, LanguageProvider, useLanguage } from './language.tsx';
export { DateText, Digest, Id, Quote, T, Words } from './pieces.tsx';
export { LOCALES, type Locale, loadMessages, type MessageId, OWN_NAMES, type Say } from './words.ts';
