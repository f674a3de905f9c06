import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainTextDocument } from '../../../../tools/read-plain-text.ts';
import { isPartialDate } from '../kernel/index.ts';
import type { DateProposal, DocumentDate } from '../model/index.ts';
import { readDocument } from './index.ts';

interface Given {
  readonly dates?: readonly DocumentDate[];
  readonly languages?: readonly string[];
}

function datesIn(text: string, given: Given = {}): DateProposal[] {
  const document = { ...plainTextDocument('text', text), ...given };
  return readDocument(document).flatMap(({ body }) => (body.kind === 'date' ? [body] : []));
}

/** Each date as `words = EDTF`, or `words ?` when it is left open, with its anchor's kind. */
function check(text: string, expected: readonly string[], given: Given = {}): void {
  const found = datesIn(text, given);
  for (const date of found) {
    assert.equal(text.slice(date.start, date.end), date.quote);
    if (date.edtf !== null) assert.ok(isPartialDate(date.edtf), date.edtf);
  }
  const shown = found
    .filter((date) => date.form !== 'duration')
    .map((date) => `${date.quote} ${date.edtf === null ? '?' : `= ${date.edtf}`}${date.anchor === null ? '' : ` (${date.anchor.kind})`}`);
  assert.deepEqual(shown, expected);
}

function known(kind: DocumentDate['kind'], edtf: string, basis: DocumentDate['basis'] = 'meta'): DocumentDate {
  return { kind, edtf, raw: edtf, basis, start: null, end: null };
}

describe('dates that say their year', () => {
  const rows: readonly [text: string, expected: readonly string[]][] = [
    [
      'They came on 9 August 1991 and August 12, 1991, on the 13th of August 1991.',
      ['9 August 1991 = 1991-08-09', 'August 12, 1991 = 1991-08-12', '13th of August 1991 = 1991-08-13'],
    ],
    [
      'On Friday, 9 August 1991 and Thursday , 25 April 2024 it rained.',
      ['Friday, 9 August 1991 = 1991-08-09', 'Thursday , 25 April 2024 = 2024-04-25'],
    ],
    [
      'Since July 1991, the summer of 1991, early 1992, mid-1992 and the 1980s.',
      ['July 1991 = 1991-07', 'summer of 1991 = 1991-22', 'early 1992 = 1992', 'mid-1992 = 1992', '1980s = 198X'],
    ],
    [
      'Filed 1991-08-09, copied 25/12/1991, stamped 3.8.1991.',
      ['1991-08-09 = 1991-08-09', '25/12/1991 = 1991-12-25', '3.8.1991 = 1991-08-03'],
    ],
    ['Dated 03/04/1991 by hand.', ['03/04/1991 ?']],
    ['It lasted between 9 August and the end of September 1991.', ['9 August and the end of September 1991 = 1991-08-09/1991-09']],
    [
      'From July 1991 to February they waited; 9–12 August 1991; 1988–1990; 1988-89.',
      [
        'July 1991 to February = 1991-07/1992-02',
        '9–12 August 1991 = 1991-08-09/1991-08-12',
        '1988–1990 = 1988/1990',
        '1988-89 = 1988/1989',
      ],
    ],
    [
      'In August and September 1991; June, July and August 1990; December and January 1992.',
      [
        'August = 1991-08',
        'September 1991 = 1991-09',
        'June = 1990-06',
        'July = 1990-07',
        'August 1990 = 1990-08',
        'December = 1991-12',
        'January 1992 = 1992-01',
      ],
    ],
    ['From 1988 to 1990, and Dec. 15, 1991.', ['1988 to 1990 = 1988/1990', 'Dec. 15, 1991 = 1991-12-15']],
    ['The 1988 massacre and the massacre in Karsa in 1991.', ['1988 = 1988', '1991 = 1991']],
    ['In the calendar of the guards it was 28 Mordad 1370.', ['28 Mordad 1370 = 1991-08-19']],
  ];
  for (const [text, expected] of rows) it(text, () => check(text, expected));
});

describe('numbers that are no years, words that are no months', () => {
  const none = [
    'An estimated 1500 demonstrators were killed.',
    'The toll of 2019 was disputed; nearly 1900 people fled.',
    'About 1988 prisoners were moved.',
    'Room 1988, page 1991, Resolution 2019 and article 1990.',
    'It cost $1990 and 1990 dollars, 1990 km away.',
    'Call 021-1988-22 or +1 1991.',
    'They may march in silence, Theresa May said.',
    'The fall of the governor; guards spring to life.',
    'Prisoners of the 15 Aban Brigade.',
  ];
  for (const text of none) it(text, () => check(text, []));
});

describe('other calendars and languages', () => {
  const rows: readonly [text: string, expected: readonly string[]][] = [
    ['این نامه در ۲۸ مرداد ۱۳۷۰ نوشته شد و در سال ۷۰ گم شد که بود.', ['۲۸ مرداد ۱۳۷۰ = 1991-08-19', '۷۰ = 1991-03-21/1992-03-20']],
    ['کشتار تابستان ۱۳۷۰ و کشتار ۱۳۷۰ که گفت.', ['تابستان ۱۳۷۰ = 1991-22', '۱۳۷۰ = 1991-03-21/1992-03-20']],
    [
      'از مرداد تا شهریور ۱۳۷۰ که بود، در دهه شصت و پنج‌شنبه ۱۵ اوت ۱۹۹۱.',
      ['مرداد تا شهریور ۱۳۷۰ = 1991-07-23/1991-09-22', 'دهه شصت = 1981-03-21/1991-03-20', 'پنج‌شنبه ۱۵ اوت ۱۹۹۱ = 1991-08-15'],
    ],
    ['در ۱۳۷۰ نفر از این شهر که رفتند.', []],
    ['في يوم الخميس 15 آب/أغسطس 1991 وفي صيف عام 1991 قال من كان', ['الخميس 15 آب/أغسطس 1991 = 1991-08-15', 'صيف عام 1991 = 1991-22']],
    ['قال من كان في عام 1412 هـ', ['1412 ه ?']],
    [
      'Le jeudi 1er août 1991, pendant l’été 1991, dans les années 1980.',
      ['jeudi 1er août 1991 = 1991-08-01', 'été 1991 = 1991-22', 'années 1980 = 198X'],
    ],
    ['Il a été tué entre le 9 août et la fin septembre 1991.', ['9 août et la fin septembre 1991 = 1991-08-09/1991-09']],
  ];
  for (const [text, expected] of rows) it(text, () => check(text, expected));

  it('a lunar year is marked, never converted', () => {
    const [date] = datesIn('قال من كان في عام 1412 هـ');
    assert.deepEqual([date?.calendar, date?.edtf, date?.candidates.length], ['lunar-hijri', null, 1]);
  });
});

describe('what makes a relative date absolute', () => {
  const dateline = 'KARSA, 14 August 1991 (Velmar News) — ';
  it('the dateline, for weekdays, weeks and months', () =>
    check(`${dateline}Guards fired on 9 August, witnesses said on Monday. It began last month, not last week or yesterday.`, [
      '14 August 1991 = 1991-08-14',
      '9 August = 1991-08-09 (stated)',
      'Monday = 1991-08-12 (stated)',
      'last month = 1991-07 (stated)',
      'last week = 1991-08-05/1991-08-11 (stated)',
      'yesterday = 1991-08-13 (stated)',
    ]));
  it('a planned event lies ahead, a told one behind', () =>
    check(`${dateline}A hearing will open in June. In June the court had refused.`, [
      '14 August 1991 = 1991-08-14',
      'June = 1992-06 (stated)',
      'June = 1991-06 (stated)',
    ]));
  it('a publication line and a signature are stated dates', () => {
    check('On Karsa\n\nPublished: 3 March 1993\n\nIn February the commission met.', [
      '3 March 1993 = 1993-03-03',
      'February = 1993-02 (stated)',
    ]);
    check('To the council.\n\nIn June the families wrote.\n\nKarsa, 14 October 1992', [
      'June = 1992-06 (stated)',
      '14 October 1992 = 1992-10-14',
    ]);
  });
  it('a date line below the title is the document’s own, one above it the site’s', () => {
    check('Radio Orsa, evening bulletin\n2 October 1991\n\nLorries were seen on 14 August.', [
      '2 October 1991 = 1991-10-02',
      '14 August = 1991-08-14 (stated)',
    ]);
    check('2 October 2024\n\nRadio Orsa, evening bulletin\n\nLorries were seen on 14 August.', [
      '2 October 2024 = 2024-10-02',
      '14 August = XXXX-08-14',
    ]);
  });
  it('published before signed before the address', () => {
    const text = 'The families wrote in June.';
    check(text, ['June = 1993-06 (meta)'], { dates: [known('signed', '1992-10-14'), known('published', '1993-08-02')] });
    check(text, ['June = 1992-06 (meta)'], { dates: [known('urlPath', '1993-08'), known('signed', '1992-10-14')] });
    check(text, ['June = 1993-06 (url)'], { dates: [known('urlPath', '1993-08', 'url')] });
  });
  it('never the page’s clock, the capture or the file', () => {
    const clocks = [known('pageRendered', '2024-04-25'), known('captured', '2024-05-01'), known('metadata', '2024-05-02')];
    check('The families wrote in June and on June 19, then on Thursday.', ['June = XXXX-06', 'June 19 = XXXX-06-19', 'Thursday ?'], {
      dates: clocks,
    });
    check('Thursday , 25 April 2024\n\nThe families wrote in June.\n\nThey wait.', [
      'Thursday , 25 April 2024 = 2024-04-25',
      'June = XXXX-06',
    ]);
  });
  it('the same event noun with a year nearby outweighs the article’s date', () =>
    check(`${dateline}In November 1989, guards met peaceful protests in Karsa. The council reported on November protests again.`, [
      '14 August 1991 = 1991-08-14',
      'November 1989 = 1989-11',
      'November = 1989-11 (narrative)',
    ]));
  it('a story told long ago keeps its own year, and its weekdays', () =>
    check(
      'Published: 3 March 1993\n\nIn July 1991 guards entered the prison. On 28 July they took a group. On Wednesday the families came. In February it was over.',
      [
        '3 March 1993 = 1993-03-03',
        'July 1991 = 1991-07',
        '28 July = 1991-07-28 (narrative)',
        'Wednesday = 1991-07-31 (narrative)',
        'February = 1992-02 (narrative)',
      ],
    ));
  it('the same month elsewhere with its year', () =>
    check('The council met in June.\n\nIt told a conference in June 1991 that it would act.', [
      'June = 1991-06 (narrative)',
      'June 1991 = 1991-06',
    ]));
  it('else the first one after the latest date told', () =>
    check('Experts wrote in September 1990.\n\nIn May, officials answered.\n\nOn June 19 they met.\n\nThis summer the council sat.', [
      'September 1990 = 1990-09',
      'May = 1991-05 (inferred)',
      'June 19 = 1991-06-19 (inferred)',
      'This summer = 1991-22 (inferred)',
    ]));
  it('a bare year is too little to infer from', () =>
    check('The massacre of 1988 is remembered.\n\nIn May, officials answered.', ['1988 = 1988', 'May = XXXX-05']));
});

it('durations are marked and have no value; ages are neither', () => {
  const found = datesIn('For three years, a woman aged 44 and a 17-year-old waited 12 days.');
  assert.deepEqual(
    found.map((date) => [date.quote, date.form, date.edtf]),
    [
      ['three years', 'duration', null],
      ['12 days', 'duration', null],
    ],
  );
});

it('long hostile texts are read', () => {
  assert.equal(datesIn(`In ${'between '.repeat(20_000)}1991.`).length, 1);
  assert.equal(datesIn(`${'9 '.repeat(50_000)}August 1991.`).length, 1);
});
