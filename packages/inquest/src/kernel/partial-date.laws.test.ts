import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { addDays, calendarDay, dayNumber, daysInMonth, weekdayOf } from './calendar-day.ts';
import { dateContains, datesOverlap, type PartialDate, parsePartialDate } from './partial-date.ts';
import { solarHijriToEdtf, toSolarHijri } from './solar-hijri.ts';

// Far enough from the last year that a day after every date exists.
const year = fc.integer({ min: 1, max: 9980 });
const pad = (value: number, width: number) => String(value).padStart(width, '0');
const day = fc.tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 30 })).map(([y, m, d]) => {
  return calendarDay(y, m, 1 + (d % daysInMonth(y, m)));
});
const bounded = fc.oneof(
  year.map((y) => pad(y, 4)),
  day.map((text) => text.slice(0, 7)),
  day,
  year.map((y) => `${pad(y, 4).slice(0, 3)}X`),
  fc.tuple(year, fc.integer({ min: 21, max: 24 })).map(([y, s]) => `${pad(y, 4)}-${s}`),
);
const interval = fc.tuple(day, day).map(([a, b]) => (a <= b ? `${a}/${b}` : `${b}/${a}`));
const anyDate = fc.oneof(
  bounded,
  interval,
  day.map((text) => `../${text}`),
  day.map((text) => `${text}/..`),
  day.filter((text) => !text.endsWith('02-29')).map((text) => `XXXX${text.slice(4)}`),
  fc.array(bounded, { minLength: 1, maxLength: 4 }).map((parts) => `[${parts.join(',')}]`),
);

function date(edtf: string): PartialDate {
  const read = parsePartialDate(edtf);
  assert.ok(read.ok, edtf);
  return read.value;
}

it('every date of the forms we write is read, and its text is kept', () => {
  fc.assert(fc.property(anyDate, (edtf) => date(edtf).edtf === edtf));
});

it('bounds are days that exist, in order, and the days between them are inside', () => {
  fc.assert(
    fc.property(fc.oneof(bounded, interval), fc.double({ min: 0, max: 1, noNaN: true }), (edtf, share) => {
      const { earliest, latest } = date(edtf);
      assert.ok(earliest !== null && latest !== null && earliest <= latest);
      const inside = addDays(earliest, Math.floor(share * (dayNumber(latest) - dayNumber(earliest))));
      assert.ok(dateContains(date(edtf), date(inside)) && datesOverlap(date(edtf), date(inside)));
      assert.ok(!datesOverlap(date(edtf), date(addDays(latest, 1))));
    }),
  );
});

it('overlap is mutual, a date overlaps and contains itself, containing implies overlapping', () => {
  fc.assert(
    fc.property(anyDate, anyDate, (a, b) => {
      const [one, other] = [date(a), date(b)];
      assert.equal(datesOverlap(one, other), datesOverlap(other, one));
      assert.ok(datesOverlap(one, one) && dateContains(one, one));
      if (dateContains(one, other)) assert.ok(datesOverlap(one, other));
    }),
  );
});

it('containing passes on', () => {
  fc.assert(
    fc.property(anyDate, day, (a, text) => {
      const [outer, month, inner] = [date(a), date(text.slice(0, 7)), date(text)];
      if (dateContains(outer, month)) assert.ok(dateContains(outer, inner));
    }),
  );
});

it('any text is either read or refused, never thrown on', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ maxLength: 100 }), fc.stringMatching(/^[0-9X/[\],.~?-]{0,30}$/)), (text) => {
      const read = parsePartialDate(text);
      assert.equal(read.ok ? read.value.edtf : text, text);
    }),
  );
});

it('adding days and taking them away is nothing, and weekdays follow each other', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -300_000, max: 300_000 }), (text, days) => {
      fc.pre(dayNumber(text) + days > dayNumber('0000-01-01') && dayNumber(text) + days < dayNumber('9999-12-31'));
      assert.equal(addDays(addDays(text, days), -days), text);
      assert.equal(weekdayOf(addDays(text, 1)), (weekdayOf(text) % 7) + 1);
    }),
  );
});

it('Solar Hijri days go there and back, and a year is all of its days', () => {
  const modern = fc.integer({ min: dayNumber('1925-03-22'), max: dayNumber('2200-01-01') }).map((n) => addDays('1970-01-01', n));
  fc.assert(
    fc.property(modern, (text) => {
      const there = toSolarHijri(text);
      const back = solarHijriToEdtf(there);
      assert.ok(back.ok && back.value === text);
      for (const wider of [
        { ...there, day: null },
        { ...there, month: null, day: null },
      ]) {
        const edtf = solarHijriToEdtf(wider);
        assert.ok(edtf.ok && dateContains(date(edtf.value), date(text)));
      }
    }),
  );
});

it('the next Solar Hijri year begins the day after this one ends', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1304, max: 1999 }), (shYear) => {
      const [one, next] = [shYear, shYear + 1].map((y) => solarHijriToEdtf({ year: y, month: null, day: null }));
      assert.ok(one?.ok && next?.ok);
      assert.equal(addDays(one.value.slice(11), 1), next.value.slice(0, 10));
    }),
  );
});
