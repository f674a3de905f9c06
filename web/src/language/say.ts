import { type Messages, setupI18n } from '@lingui/core';
import type { Locale, Say } from './words.ts';

/** What `Intl` calls the interface languages: their digits, grouping and names of months follow. */
export const INTL: Readonly<Record<Locale, string>> = { en: 'en', fa: 'fa-IR' };

/** Words and numbers in one language, from its compiled messages. An id without a message is said as the id. */
export function makeSay(locale: Locale, messages: Messages): Say {
  const i18n = setupI18n();
  i18n.loadAndActivate({ locale, locales: [INTL[locale]], messages });
  const digits = new Intl.NumberFormat(INTL[locale], { maximumFractionDigits: 6 });
  return {
    locale,
    t: (id, values) => i18n._(id, values === undefined ? undefined : { ...values }),
    number: (value) => digits.format(value),
  };
}
