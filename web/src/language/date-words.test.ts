import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { dateWords, timeWords } from './date-words.ts';
import english from './en.json' with { type: 'json' };
import persian from './fa.json' with { type: 'json' };
import { makeSay } from './say.ts';

function compiled(words: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(words).map(([id, message]) => [id, compileMessage(message)]));
}
const en = makeSay('en', compiled(english));
const fa = makeSay('fa', compiled(persian));

interface Case {
  readonly name: string;
  readonly edtf: string | null;
  /** First and second calendar in English. */
  readonly en: readonly [string, string | null];
  /** First and second calendar in Persian. */
  readonly fa: readonly [string, string | null];
}

function check(cases: readonly Case[]): void {
  for (const { name, edtf, ...words } of cases) {
    test(name, () => {
      const [e, f] = [dateWords(edtf, en), dateWords(edtf, fa)];
      assert.deepEqual([e.first, e.second], words.en);
      assert.deepEqual([f.first, f.second], words.fa);
    });
  }
}

describe('a date keeps the precision it was given, in both calendars', () => {
  check([
    { name: 'a day', edtf: '2022-01-14', en: ['14 Jan 2022', '24 Dey 1400'], fa: ['۲۴ دی ۱۴۰۰', '۱۴ ژانویهٔ ۲۰۲۲'] },
    {
      name: 'a Gregorian month lies in two Solar Hijri ones',
      edtf: '1996-06',
      en: ['June 1996', 'Khordad to Tir 1375'],
      fa: ['خرداد تا تیر ۱۳۷۵', 'ژوئن ۱۹۹۶'],
    },
    {
      name: 'a month across the Solar Hijri new year',
      edtf: '1992-03',
      en: ['March 1992', 'Esfand 1370 to Farvardin 1371'],
      fa: ['اسفند ۱۳۷۰ تا فروردین ۱۳۷۱', 'مارس ۱۹۹۲'],
    },
    { name: 'a Gregorian year lies in two Solar Hijri ones', edtf: '2003', en: ['2003', '1381 to 1382'], fa: ['۱۳۸۱ تا ۱۳۸۲', '۲۰۰۳'] },
    {
      name: 'a stretch that is one Solar Hijri month is named as it',
      edtf: '1991-07-23/1991-08-22',
      en: ['23 Jul to 22 Aug 1991', 'Mordad 1370'],
      fa: ['مرداد ۱۳۷۰', '۲۳ ژوئیه تا ۲۲ اوت ۱۹۹۱'],
    },
    {
      name: 'a stretch that is one Solar Hijri year is named as it',
      edtf: '1991-03-21/1992-03-20',
      en: ['21 Mar 1991 to 20 Mar 1992', '1370'],
      fa: ['۱۳۷۰', '۲۱ مارس ۱۹۹۱ تا ۲۰ مارس ۱۹۹۲'],
    },
    {
      name: 'days keep their days, whatever their number',
      edtf: '1991-08-09/1991-09-06',
      en: ['9 Aug to 6 Sep 1991', '18 Mordad to 15 Shahrivar 1370'],
      fa: ['۱۸ مرداد تا ۱۵ شهریور ۱۳۷۰', '۹ اوت تا ۶ سپتامبر ۱۹۹۱'],
    },
    { name: 'a summer', edtf: '1991-22', en: ['summer 1991', 'summer 1370'], fa: ['تابستان ۱۳۷۰', 'تابستان ۱۹۹۱'] },
    {
      name: 'a winter, which the other calendar would have to guess',
      edtf: '1991-24',
      en: ['winter 1991', null],
      fa: ['زمستان ۱۹۹۱', null],
    },
    {
      name: 'about a month',
      edtf: '1992-03~',
      en: ['about March 1992', 'about Esfand 1370 to Farvardin 1371'],
      fa: ['حدود اسفند ۱۳۷۰ تا فروردین ۱۳۷۱', 'حدود مارس ۱۹۹۲'],
    },
    {
      name: 'an uncertain year',
      edtf: '1991?',
      en: ['1991, uncertain', '1369 to 1370, uncertain'],
      fa: ['۱۳۶۹ تا ۱۳۷۰، نامطمئن', '۱۹۹۱، نامطمئن'],
    },
    { name: 'a decade', edtf: '199X', en: ['1990s', '1368 to 1378'], fa: ['۱۳۶۸ تا ۱۳۷۸', 'دههٔ ۱۹۹۰'] },
    {
      name: 'an end that is not known',
      edtf: '1991-08-09/',
      en: ['from 9 Aug 1991, end unknown', 'from 18 Mordad 1370, end unknown'],
      fa: ['از ۱۸ مرداد ۱۳۷۰، پایان نامعلوم', 'از ۹ اوت ۱۹۹۱، پایان نامعلوم'],
    },
    {
      name: 'an end that is open',
      edtf: '1991-08-09/..',
      en: ['9 Aug 1991 onwards', '18 Mordad 1370 onwards'],
      fa: ['از ۱۸ مرداد ۱۳۷۰ به بعد', 'از ۹ اوت ۱۹۹۱ به بعد'],
    },
    {
      name: 'no later than',
      edtf: '[..1991-12-31]',
      en: ['31 Dec 1991 or earlier', '10 Dey 1370 or earlier'],
      fa: ['۱۰ دی ۱۳۷۰ یا پیش از آن', '۳۱ دسامبر ۱۹۹۱ یا پیش از آن'],
    },
    {
      name: 'an instant is shown as its day in UTC',
      edtf: '2026-11-11T23:59:59.000Z',
      en: ['11 Nov 2026', '20 Aban 1405'],
      fa: ['۲۰ آبان ۱۴۰۵', '۱۱ نوامبر ۲۰۲۶'],
    },
    { name: 'unknown is a word', edtf: null, en: ['unknown', null], fa: ['نامعلوم', null] },
    { name: 'what cannot be read stands as it is', edtf: '1991-13-40', en: ['1991-13-40', null], fa: ['1991-13-40', null] },
  ]);
});

test('a part that is not stated is said to be missing, never filled in', () => {
  assert.equal(dateWords('1996-06', en).unstated, 'day');
  assert.equal(dateWords('1996-XX', en).unstated, 'month');
  assert.equal(dateWords('1996-06-03', en).unstated, null);
  assert.equal(dateWords(null, en).unstated, 'all');
});

test('the time of an instant names its zone', () => {
  assert.equal(timeWords('2026-11-11T10:03:12.000Z', en), '10:03 UTC');
  assert.equal(timeWords('2026-11-11T10:03:12.000Z', fa), '۱۰:۰۳ UTC');
});
