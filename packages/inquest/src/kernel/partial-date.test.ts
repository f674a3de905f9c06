import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addDays, weekdayOf } from './calendar-day.ts';
import { dateContains, datesOverlap, type PartialDate, parsePartialDate } from './partial-date.ts';
import { solarHijriToEdtf, toSolarHijri } from './solar-hijri.ts';

function date(edtf: string): PartialDate {
  const read = parsePartialDate(edtf);
  assert.ok(read.ok, `${edtf} should be read`);
  return read.value;
}

describe('a partial date says what its words say and no more', () => {
  const rows: readonly [edtf: string, precision: string, earliest: string | null, latest: string | null][] = [
    ['1988', 'year', '1988-01-01', '1988-12-31'],
    ['1988-02', 'month', '1988-02-01', '1988-02-29'],
    ['1900-02', 'month', '1900-02-01', '1900-02-28'],
    ['1988-07-28', 'day', '1988-07-28', '1988-07-28'],
    ['1988-07-28~', 'day', '1988-07-28', '1988-07-28'],
    ['2021-22', 'season', '2021-06-01', '2021-09-23'],
    ['2021-24', 'season', '2021-12-01', '2022-03-21'],
    ['198X', 'decade', '1980-01-01', '1989-12-31'],
    ['19XX', 'century', '1900-01-01', '1999-12-31'],
    ['1988-XX', 'year', '1988-01-01', '1988-12-31'],
    ['1988-07-XX', 'month', '1988-07-01', '1988-07-31'],
    ['XXXX-06-19', 'yearless', null, null],
    ['1988-07/1988-09', 'interval', '1988-07-01', '1988-09-30'],
    ['../1991-06', 'interval', null, '1991-06-30'],
    ['1991-06/..', 'interval', '1991-06-01', null],
    ['1991-06/', 'interval', '1991-06-01', null],
    ['[1999..x]', 'refused', null, null],
    ['[1991,1988-05]', 'set', '1988-05-01', '1991-12-31'],
    ['{1991,1993}', 'set', '1991-01-01', '1993-12-31'],
  ];
  for (const [edtf, precision, earliest, latest] of rows.filter((row) => row[1] !== 'refused')) {
    it(edtf, () => {
      const read = date(edtf);
      assert.deepEqual([read.precision, read.earliest, read.latest, read.edtf], [precision, earliest, latest, edtf]);
    });
  }

  for (const [edtf, certainty] of [
    ['1988', 'stated'],
    ['1988?', 'uncertain'],
    ['1988-07~', 'approximate'],
    ['1988%', 'both'],
    ['1988~/1989', 'approximate'],
    ['1988~/1989?', 'both'],
  ] as const) {
    it(`${edtf} is ${certainty}`, () => assert.equal(date(edtf).certainty, certainty));
  }

  const unreadable = [
    '',
    'June',
    '1988-13',
    '1988-02-30',
    '1900-02-29',
    '1988-22-01',
    '1988-XX-03',
    '198X-03',
    'XXXX',
    'XXXX-02-30',
    '1988-07-28T10:00Z',
    '../..',
    '1989/1988',
    '1988/XXXX-05',
    '[]',
    '[1999..2001]',
    '1988-25',
    '-0044',
    `[${Array.from({ length: 15 }, () => '1988').join(',')}]x`,
    `[${Array.from({ length: 30 }, () => '1988').join(',')}]`,
  ];
  for (const edtf of unreadable) {
    it(`refuses "${edtf.slice(0, 30)}"`, () => {
      const read = parsePartialDate(edtf);
      assert.equal(read.ok ? 'read' : read.code, 'edtf-unreadable');
    });
  }
});

describe('what two dates have in common', () => {
  const rows: readonly [a: string, b: string, overlap: boolean, contains: boolean][] = [
    ['1988', '1988-07', true, true],
    ['1988-07', '1988', true, false],
    ['1988', '1989-01', false, false],
    ['1988-03-21/1989-03-20', '1989-02', true, true],
    ['1988-07/..', '2021', true, true],
    ['1988-07/..', '../1988-08', true, false],
    ['1988-07/..', '../1988-06', false, false],
    ['[1988,1991]', '1990', false, false],
    ['[1988,1991]', '1991-04', true, true],
    ['XXXX-06-19', '2021', true, false],
    ['XXXX-06-19', '2021-05', false, false],
    ['XXXX-06', '2021-06-19', true, true],
    ['XXXX-06', 'XXXX-06-19', true, true],
    ['XXXX-06', 'XXXX-07', false, false],
    ['XXXX-24', '2021-01-15', true, true],
    ['XXXX-24', '2021-12/2022-02', true, true],
    ['XXXX-02-29', '2021', false, false],
    ['XXXX-02-29', '2020', true, false],
    ['../2021', 'XXXX-06', true, false],
  ];
  for (const [a, b, overlap, contains] of rows) {
    it(`${a} and ${b}`, () => {
      assert.equal(datesOverlap(date(a), date(b)), overlap);
      assert.equal(datesOverlap(date(b), date(a)), overlap);
      assert.equal(dateContains(date(a), date(b)), contains);
    });
  }
});

describe('days and weekdays', () => {
  it('counts over leap days and New Year', () => {
    assert.equal(addDays('1988-02-28', 2), '1988-03-01');
    assert.equal(addDays('1990-12-31', 1), '1991-01-01');
    assert.equal(addDays('1970-01-01', -1), '1969-12-31');
  });
  it('knows the weekday of days before and after 1970', () => {
    assert.deepEqual([weekdayOf('1970-01-01'), weekdayOf('1969-12-31'), weekdayOf('1991-08-19'), weekdayOf('1991-08-18')], [4, 3, 1, 7]);
  });
});

describe('the Solar Hijri calendar', () => {
  const rows: readonly [year: number, month: number | null, day: number | null, edtf: string][] = [
    [1367, null, null, '1988-03-21/1989-03-20'],
    [1370, null, null, '1991-03-21/1992-03-20'],
    [1367, 5, null, '1988-07-23/1988-08-22'],
    [1367, 5, 5, '1988-07-27'],
    [1399, 12, 30, '2021-03-20'],
    [1290, null, null, '1911-03-22~/1912-03-20~'],
  ];
  for (const [year, month, day, edtf] of rows) {
    it(`${year}/${month ?? '-'}/${day ?? '-'}`, () => {
      const read = solarHijriToEdtf({ year, month, day });
      assert.equal(read.ok ? read.value : read.code, edtf);
    });
  }
  for (const [year, month, day] of [
    [1400, 13, null],
    [1400, 12, 30],
    [1400, null, 4],
    [9000, null, null],
  ] as const) {
    it(`refuses ${year}/${month}/${day}`, () => assert.equal(solarHijriToEdtf({ year, month, day }).ok, false));
  }
  it('goes back', () => assert.deepEqual(toSolarHijri('1991-08-19'), { year: 1370, month: 5, day: 28 }));
});
