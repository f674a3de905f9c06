export { type DateWords, dateWords } from './date-words.ts';
export { daysApart, type PartialDate, readEdtf } from './edtf.ts';
export { firstLocale, type Language, LanguageProvider, useLanguage } from './language.tsx';
export { DateText, Digest, directionOf, Id, Quote, T, Words } from './pieces.tsx';
export { LOCALES, type Locale, loadMessages, type MessageId, OWN_NAMES, type Say } from './words.ts';
