import type { AccountLine, QuestionLine } from '../../../packages/inquest/src/api-contract/index.ts';

type Via = AccountLine['via'][number];

/** A report for tests; fictional. */
export function via(item: string, given: Partial<Via>): Via {
  return {
    id: `C-${item}`,
    item,
    file: `${item}.txt`,
    outlet: item,
    saidOn: null,
    derivesFrom: null,
    proposed: false,
    quote: '',
    ...given,
  };
}

/** An account for tests; fictional. */
export function account(id: string, given: Partial<AccountLine>): AccountLine {
  return {
    id,
    claim: id,
    proposal: null,
    status: 'recorded',
    item: 'S-1',
    file: 'a.txt',
    raw: '',
    quote: '',
    value: null,
    min: null,
    max: null,
    qualifier: 'exact',
    claimant: '',
    counted: { unit: 'persons', act: 'killed' },
    firstSaid: null,
    reports: 1,
    origins: { min: 1, max: 1 },
    via: [],
    ...given,
  };
}

/** The question of the invented inquiry into Karsa, 1991, as the interface would send it. */
export const karsa: QuestionLine = {
  id: 'Q-7',
  asks: 'How many prisoners are said to have been killed, August and September 1991?',
  status: 'confirmed',
  counted: { unit: 'persons', act: 'killed' },
  reports: 9,
  origins: { min: 4, max: 4 },
  accounts: [
    account('C-1019', {
      raw: 'thousands',
      min: 1000,
      qualifier: 'vague',
      firstSaid: '1991-10-02',
      counted: { unit: 'persons', act: 'disappeared' },
      via: [via('S-31', { outlet: 'Radio Orsa', saidOn: '1991-10-02' }), via('S-33', { saidOn: '1992-03', derivesFrom: 'S-31' })],
    }),
    account('C-1008', {
      raw: 'about 12,000',
      value: 12_000,
      qualifier: 'approx',
      firstSaid: '1996-06',
      via: [
        via('S-4', { saidOn: '1996-06' }),
        via('S-17', { saidOn: '2022-01-14', derivesFrom: 'S-4' }),
        via('S-18', { saidOn: '2022-01-16', derivesFrom: 'S-17' }),
      ],
    }),
    account('C-1003', {
      raw: 'more than 3,400',
      value: 3400,
      min: 3401,
      qualifier: 'min',
      firstSaid: '2018-09-03',
      via: [via('S-9', { saidOn: '2018-09-03' }), via('S-17', { saidOn: '2022-01-14', derivesFrom: 'S-9' })],
    }),
    account('C-1050', {
      raw: 'no more than 92',
      value: 92,
      max: 92,
      qualifier: 'max',
      firstSaid: '1992-02-11',
      via: [via('S-40', { saidOn: '1992-02-11' }), via('S-17', { saidOn: '2022-01-14', derivesFrom: 'S-40' })],
    }),
  ],
  comparison: [
    { a: 'C-1019', b: 'C-1008', result: 'not_comparable', reason: 'different-act', words: '' },
    { a: 'C-1008', b: 'C-1003', result: 'compatible', reason: 'some-number-fits-both', words: '' },
    { a: 'C-1003', b: 'C-1050', result: 'contradiction', reason: 'no-number-fits-both', words: '' },
  ],
};
