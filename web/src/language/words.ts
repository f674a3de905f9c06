import type { Messages } from '@lingui/core';
import type figuresWords from '../figures/en.json';
import type readerWords from '../reader/en.json';
import type ownWords from './en.json';

/** Interface languages. A language is added by its catalogs and one line here. */
export type Locale = 'en' | 'fa';
export const LOCALES: readonly Locale[] = ['en', 'fa'];
export const OWN_NAMES: Readonly<Record<Locale, string>> = { en: 'English', fa: 'فارسی' };

/** Every message the page can say; a misspelt id does not compile. */
export type MessageId = keyof (typeof ownWords & typeof readerWords & typeof figuresWords);
export type Values = Readonly<Record<string, string | number | null>>;

/** What anything that puts things into words needs: pure functions take it as an argument. */
export interface Say {
  readonly locale: Locale;
  /** The message in the interface language, its values filled in. */
  readonly t: (id: MessageId, values?: Values) => string;
  /** A whole or decimal number in the interface's digits and grouping. */
  readonly number: (value: number) => string;
}

const CATALOGS: Readonly<Record<Locale, () => Promise<{ readonly messages: Messages }>>> = {
  en: () => import('./catalog-en.ts'),
  fa: () => import('./catalog-fa.ts'),
};

/** All messages of a language, compiled when the page was built. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  return (await CATALOGS[locale]()).messages;
}
