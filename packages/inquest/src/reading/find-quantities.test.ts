import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainTextDocument } from '../../../../tools/read-plain-text.ts';
import type { QuantityProposal } from '../model/index.ts';
import { readDocument } from './index.ts';

function figuresIn(text: string): QuantityProposal[] {
  return readDocument(plainTextDocument('text', text)).flatMap(({ body }) => (body.kind === 'quantity' ? [body] : []));
}

/** `numeral: qualifier value [min..max] unit act`. */
function shown({ quote, quantity, counted }: QuantityProposal): string {
  return `${quote}: ${quantity.qualifier} ${quantity.value ?? '-'} [${quantity.min ?? ''}..${quantity.max ?? ''}] ${counted.unit} ${counted.act}`;
}

function check(text: string, expected: readonly string[]): void {
  const found = figuresIn(text);
  for (const figure of found) assert.equal(text.slice(figure.start, figure.end), figure.quote);
  assert.deepEqual(found.map(shown), expected);
}

describe('qualifiers and their literal bounds', () => {
  const rows: readonly [text: string, expected: readonly string[]][] = [
    ['About 640 people were executed.', ['640: approx 640 [..] persons killed']],
    ['An estimated 1500 demonstrators were murdered.', ['1500: approx 1500 [..] persons killed']],
    ['Some 40-odd villagers fled.', ['40: approx 40 [..] persons displaced']],
    ['More than 5,000 prisoners were killed.', ['5,000: min 5000 [5001..] persons killed']],
    ['At least 17 people were killed.', ['17: min 17 [17..] persons killed']],
    [
      'No fewer than 17 people were killed, 30 or more men beaten.',
      ['17: min 17 [17..] persons killed', '30: min 30 [30..] persons tortured'],
    ],
    ['Fewer than 30 men were held.', ['30: max 30 [..29] persons detained']],
    [
      'As many as 60 bodies were exhumed, no more than 12 men tried.',
      ['60: max 60 [..60] bodies buried', '12: max 12 [..12] persons tried'],
    ],
    ['The ministry never admitted to more than 6 deaths.', ['6: max 6 [..6] events killed']],
    ['Between 4,500 and 10,000 people were detained.', ['4,500 and 10,000: range - [4500..10000] persons detained']],
    ['10 to 15 thousand people fled.', ['10 to 15 thousand: range - [10000..15000] persons displaced']],
    ['The death toll rose from 106 to 304.', ['106: exact 106 [..] persons killed', '304: exact 304 [..] persons killed']],
    [
      'Hundreds were arrested and dozens of bodies buried.',
      ['Hundreds: vague - [200..] persons detained', 'dozens: vague - [24..] bodies buried'],
    ],
    ['A dozen women were beaten.', ['A dozen: exact 12 [..] persons tortured']],
  ];
  for (const [text, expected] of rows) it(text, () => check(text, expected));
});

describe('nouns left out, and nouns of every kind', () => {
  const rows: readonly [text: string, expected: readonly string[]][] = [
    [
      'At least 17 people were killed and 38 wounded, with scores more injured.',
      ['17: min 17 [17..] persons killed', '38: exact 38 [..] persons injured', 'scores: vague - [40..] persons injured'],
    ],
    ['Three die as hundreds flee.', ['Three: exact 3 [..] persons killed', 'hundreds: vague - [200..] persons displaced']],
    ['Four of the assailants were also killed.', ['Four: exact 4 [..] persons killed']],
    ['Witnesses put the figure at 97.', ['97: exact 97 [..] persons other']],
    [
      'The number of dead stood at 45, and 12 others were missing.',
      ['45: exact 45 [..] persons killed', '12: exact 12 [..] persons disappeared'],
    ],
    ['One woman was shot dead.', ['One: exact 1 [..] persons killed']],
    ['The blast killed 12 people and injured 30.', ['12: exact 12 [..] persons killed', '30: exact 30 [..] persons injured']],
    [
      'The raid ended after killing at least four and wounding more than a dozen.',
      ['four: min 4 [4..] persons killed', 'a dozen: min 12 [13..] persons injured'],
    ],
    [
      'In all, 97 were killed: 60 men, 30 women and 7 children.',
      [
        '97: exact 97 [..] persons killed',
        '60: exact 60 [..] persons killed',
        '30: exact 30 [..] persons killed',
        '7: exact 7 [..] persons killed',
      ],
    ],
    ['Of the 640, 31 were women.', ['31: exact 31 [..] persons size']],
    ['649 individuals were tried.', ['649: exact 649 [..] persons tried']],
    ['30 Kurds and two Armenians were held.', ['30: exact 30 [..] persons detained', 'two: exact 2 [..] persons detained']],
    ['He sat on a four-man commission.', ['four: exact 4 [..] persons size']],
    ['Seven Special Rapporteurs claimed that nobody answered for the massacre.', ['Seven: exact 7 [..] persons size']],
    [
      'A letter signed by dozens of human rights groups and more than 450 people.',
      ['dozens: vague - [24..] organisations signed', '450: min 450 [451..] persons signed'],
    ],
    [
      '640 prisoners, most of them students of the College of Karsa, were hanged across 12 towns.',
      ['640: exact 640 [..] persons killed', '12: exact 12 [..] places spread'],
    ],
    ['Three mass graves and 40 testimonies were found.', ['Three: exact 3 [..] graves buried', '40: exact 40 [..] testimonies documented']],
  ];
  for (const [text, expected] of rows) it(text, () => check(text, expected));

  it('a subset points at its whole and shares its act', () => {
    const text = 'Guards shot dead 12 students, including three girls.';
    const [whole, part] = figuresIn(text);
    assert.deepEqual([part?.quote, part?.subsetOf, part?.counted.act, whole?.subsetOf], ['three', whole?.start, 'killed', null]);
  });

  it('the unit is the whole noun phrase', () => {
    const text =
      'Thousands of political prisoners who refused to recant were executed; 152 former officials and highly recognised legal experts wrote.';
    assert.deepEqual(
      figuresIn(text).map((figure) => [figure.unitSpan?.text, figure.predicateSpan?.text]),
      [
        ['political prisoners who refused to recant', 'were executed'],
        ['former officials and highly recognised legal experts', 'wrote'],
      ],
    );
  });
});

describe('numbers that are no figures', () => {
  const none = [
    'He was 17, she was aged 44, the boy a 12-year-old.',
    'In 1988 prisoners wrote; it was June 19 and 12 August 1991.',
    'They paid $3,000 for 12 days, 40 dollars for 5 km.',
    'Room 14, Brigade 55, article 9 and No. 12 are names.',
    'Call 021-55512 or extension 40.',
    'Two thirds of the prisoners, 12% of them, and half the guards.',
    'The 55th Brigade had the 1st prison.',
    'He was one of the leaders of the council.',
    'One in five prisoners fell ill; as many as 3 in 4 families waited.',
    'The council decided by 14 votes to 2 for men aged between 17 and 25.',
    'The two leaders met; our two countries agree.',
    'Five trucks and 30 rockets stood in 2 rows.',
    '0',
    'Seen 12 times, shared 4 times, page 3 of 10.',
  ];
  for (const text of none) it(text, () => check(text, []));
});

describe('Persian, Arabic, French', () => {
  const rows: readonly [text: string, expected: readonly string[]][] = [
    ['شمار کشته‌شدگان به ۱٬۵۰۰ نفر رسید که این بود.', ['۱٬۵۰۰: exact 1500 [..] persons killed']],
    ['بیش از ۵۰۰۰ زندانی در ۳۲ شهر که گفت اعدام شدند.', ['۵۰۰۰: min 5000 [5001..] persons killed', '۳۲: exact 32 [..] places spread']],
    ['گفته شد که بین ۱۰ تا ۱۵ تن از معترضان کشته شدند.', ['۱۰ تا ۱۵: range - [10..15] persons killed']],
    ['حداکثر ۶۰ جسد در سه گور جمعی دفن شد که بود.', ['۶۰: max 60 [..60] bodies buried', 'سه: exact 3 [..] graves buried']],
    ['قتل ما لا يقل عن 17 شخصا وأصيب 38 آخرون بجروح.', ['17: min 17 [17..] persons killed', '38: exact 38 [..] persons injured']],
    ['أعدم نحو ثلاثين ألف سجين سياسي في المدينة.', ['ثلاثين ألف: approx 30000 [..] persons killed']],
    [
      'وقع أكثر من 450 شخصا وعشرات المنظمات على الرسالة.',
      ['450: min 450 [451..] persons signed', 'وعشرات: vague - [20..] organisations signed'],
    ],
    ['ارتفعت حصيلة القتلى من 106 إلى 304 قتلى في المدينة.', ['106: exact 106 [..] persons killed', '304: exact 304 [..] persons killed']],
    [
      'Au moins 17 personnes ont été tuées et 38 blessées, dont trois enfants.',
      ['17: min 17 [17..] persons killed', '38: exact 38 [..] persons injured', 'trois: exact 3 [..] persons injured'],
    ],
    ['Environ 30 000 prisonniers ont été exécutés dans le pays.', ['30 000: approx 30000 [..] persons killed']],
    [
      'Une centaine de manifestants ont été arrêtés et des dizaines de corps exhumés.',
      ['Une centaine: approx 100 [..] persons detained', 'des dizaines: vague - [20..] bodies buried'],
    ],
    ['Le bilan est passé de 106 à 304 morts.', ['106: exact 106 [..] persons killed', '304: exact 304 [..] persons killed']],
    ['Âgé de 23 ans, il est resté 12 jours dans la chambre 14.', []],
  ];
  for (const [text, expected] of rows) it(text, () => check(text, expected));
});

describe('whose number, and when', () => {
  it('“the number” resumes what the figure before counted; joined months are one period', () => {
    const figures = figuresIn(
      'The association estimates that 12,000 prisoners were put to death in August and September 1991. The institute puts the number at more than 3,400.',
    );
    assert.deepEqual(
      figures.map((figure) => [figure.counted.act, figure.counted.period]),
      [
        ['killed', '1991-08/1991-09'],
        ['killed', '1991-08/1991-09'],
      ],
    );
  });
  it('the survivors’, of the massacre their phrase names', () => {
    const [figure] = figuresIn('Survivors of the 1991 massacre estimate that about 640 people were executed.');
    assert.deepEqual(
      [figure?.source?.text, figure?.counted.period, figure?.counted.event, figure?.chain.length],
      ['Survivors of the 1991 massacre', '1991', '1991 massacre', 2],
    );
  });
  it('nobody’s, for hearsay', () => {
    const [figure] = figuresIn('The letter names the crackdown in 1989, which reportedly left hundreds dead.');
    assert.deepEqual(
      [figure?.source, figure?.cue, figure?.chain.at(-1)?.kind, figure?.counted.period],
      [null, 'reportedly', 'unattributed', '1989'],
    );
  });
  it('the document’s own, with the date of the sentence', () => {
    const [figure] = figuresIn(
      'In November 1989, guards broke up peaceful protests, murdering an estimated 1500 demonstrators and dissidents.',
    );
    assert.deepEqual(
      [figure?.source, figure?.chain[0]?.kind, figure?.chain.length, figure?.counted.period],
      [null, 'document', 1, '1989-11'],
    );
  });
  it('the sentence before gives the period, the day of saying never does', () => {
    const figures = figuresIn('The prison was emptied in August 1991. On 3 March 1993 a report said so: 640 men were hanged.');
    assert.deepEqual(
      figures.map((figure) => figure.counted.period),
      ['1991-08'],
    );
  });
});

it('hostile repetition is read in one pass', () => {
  assert.equal(figuresIn(`${'at least '.repeat(25_000)}12 people were killed.`).length, 1);
  assert.equal(figuresIn(`${'1'.repeat(200_000)} people were killed.`).length, 0);
});
