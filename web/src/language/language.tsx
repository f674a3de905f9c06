import type { Messages } from '@lingui/core';
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { type DateWords, dateWords, timeWords } from './date-words.ts';
import { INTL, makeSay } from './say.ts';
import { type Locale, loadMessages, type Say } from './words.ts';

/** The interface language and everything that depends on it. Source material keeps its own language and direction. */
export interface Language extends Say {
  readonly direction: 'ltr' | 'rtl';
  /** EDTF or RFC 3339 in words, in both calendars. */
  readonly date: (edtf: string | null) => DateWords;
  /** Hour and minute of an instant, in UTC and named so. */
  readonly time: (instant: string) => string;
  /** The name of a BCP 47 language; `und` and what has no name are words too. */
  readonly languageName: (tag: string) => string;
  /** Bytes in the unit a person would say: `1.2 MB`. Base 1000. */
  readonly size: (bytes: number) => string;
  readonly choose: (locale: Locale) => void;
}

const LanguageContext = createContext<Language | null>(null);

/** The language in use. Only below `LanguageProvider`. */
export function useLanguage(): Language {
  const language = use(LanguageContext);
  if (!language) throw new Error('useLanguage outside LanguageProvider');
  return language;
}

const SAVED = 'inquest.language';

/** The language the first script settled on: the saved choice, else the browser's. */
export function firstLocale(): Locale {
  return document.documentElement.lang === 'fa' ? 'fa' : 'en';
}

interface Loaded {
  readonly locale: Locale;
  readonly messages: Messages;
}

/**
 * Gives the page its language. `first` is loaded before the first paint, so words never flash.
 * React Aria gets the same locale. Its own dictionary has no Persian; the page therefore uses none
 * of its components that speak by themselves (calendars, tables, dialogs with hidden buttons).
 */
export function LanguageProvider({ first, children }: { readonly first: Loaded; readonly children: ReactNode }) {
  const [loaded, setLoaded] = useState(first);
  const choose = useCallback((locale: Locale) => {
    saveChoice(locale);
    void loadMessages(locale).then((messages) => setLoaded({ locale, messages }));
  }, []);
  const language = useMemo(() => makeLanguage(loaded, choose), [loaded, choose]);
  useEffect(() => {
    document.documentElement.lang = language.locale;
    document.documentElement.dir = language.direction;
  }, [language]);
  return (
    <I18nProvider locale={INTL[language.locale]}>
      <LanguageContext value={language}>{children}</LanguageContext>
    </I18nProvider>
  );
}

function saveChoice(locale: Locale): void {
  try {
    localStorage.setItem(SAVED, locale);
  } catch {
    // Storage is switched off in this browser: the choice lasts as long as the page.
  }
}

function makeLanguage({ locale, messages }: Loaded, choose: (locale: Locale) => void): Language {
  const say = makeSay(locale, messages);
  const names = new Intl.DisplayNames([INTL[locale]], { type: 'language', fallback: 'code' });
  return {
    ...say,
    direction: locale === 'fa' ? 'rtl' : 'ltr',
    date: (edtf) => dateWords(edtf, say),
    time: (instant) => timeWords(instant, say),
    languageName: (tag) => (tag === 'und' || tag === '' ? say.t('language.unknown') : (names.of(tag) ?? tag)),
    size: (bytes) => sizeWords(bytes, INTL[locale]),
    choose,
  };
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

function sizeWords(bytes: number, locale: string): string {
  const step = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const unitDisplay = locale === 'en' && step > 0 ? 'short' : 'long';
  const options = { style: 'unit', unit: UNITS[step] ?? 'byte', unitDisplay, maximumFractionDigits: step === 0 ? 0 : 1 } as const;
  return new Intl.NumberFormat(locale, options).format(bytes / 1000 ** step);
}
