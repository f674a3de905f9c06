import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChainLink } from '../model/index.ts';
import { namesIn, saysConfirmed, shareAName, voiceOf } from './claimant.ts';
import { link, saidBy } from './claims-for-tests.ts';
import { documentLink } from './content-of-proposal.ts';

test('the names in a phrase are found without titles, apposition and clauses', () => {
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['Meridian Rights Institute', ['meridian rights institute']],
    ['The Meridian Rights Institute, which interviewed 214 survivors', ['meridian rights institute']],
    ['The institute’s director, Mara Desle', ['mara desle']],
    ['Mara Desle, the institute’s director', ['mara desle']],
    ['UN Special Rapporteur on the Situation of Prisoners in Velmar, Mara Desle', ['mara desle']],
    ['Velmari Prime Minister Osk Tarrin, whose party holds office', ['osk tarrin']],
    ['Mr Vahren', ['vahren']],
    ['Mrs. Lena Orsolt the President-elect of the Council', ['lena orsolt']],
    ['the People’s Front of Karsa (PFK / Karsa Front)', ['pfk', 'karsa front', 'people front of karsa']],
    ['al-Tessen', ['al tessen']],
    ['انجمن خانواده‌های کارسا', ['انجمن خانوادههای کارسا']],
    ['آقای ایدریس واهرن، معاون دادستان', ['ایدریس واهرن']],
    ['one former prisoner, who asked that his name be withheld', []],
    ['a spokesman for the ministry', []],
    ['', []],
  ];
  for (const [phrase, names] of rows) assert.deepEqual(namesIn(phrase), names, phrase);
});

test('one claimant is found again under a short name, another is not', () => {
  const rows: readonly (readonly [string, string, boolean])[] = [
    ['Mara Desle, the director', 'Desle', true],
    ['the People’s Front of Karsa (PFK)', 'PFK', true],
    ['People’s Mojahedin', 'People’s Mojahedin', true],
    ['Meridian Rights Institute', 'Institute', false],
    ['Ministry of Justice', 'Justice', false],
    ['Mara Desle', 'Lena Orsolt', false],
  ];
  for (const [a, b, same] of rows) assert.equal(shareAName(namesIn(a), namesIn(b)), same, `${a} and ${b}`);
});

test('whose words a chain carries', () => {
  const pronoun: ChainLink = { ...link('pronoun', 'he', 'said'), resolvedTo: { start: 0, end: 12, text: 'Idris Vahren' } };
  assert.equal(voiceOf([documentLink('Harbour Dispatch')]).kind, 'document');
  assert.deepEqual(voiceOf([documentLink('Harbour Dispatch'), link('document', 'the letter')]), { kind: 'unnamed', words: 'the letter' });
  assert.equal(voiceOf([documentLink('Harbour Dispatch'), link('unattributed', '', 'reportedly')]).kind, 'unattributed');
  assert.deepEqual(voiceOf([documentLink('x'), link('collective', 'four survivors')]), { kind: 'unnamed', words: 'four survivors' });
  assert.deepEqual(voiceOf([documentLink('x'), link('institution', 'the ministry of justice')]), {
    kind: 'named',
    names: ['ministry of justice'],
  });
  assert.equal(voiceOf([documentLink('x'), link('institution', 'the ministry')]).kind, 'unnamed');
  assert.deepEqual(voiceOf([documentLink('x'), pronoun]), { kind: 'named', names: ['idris vahren'] });
  assert.equal(voiceOf([documentLink('x'), link('pronoun', 'he')]).kind, 'unnamed');
});

test('a document that says somebody confirmed it is known by its cue', () => {
  const chain = (cue: string) => [documentLink('Exile Bulletin'), link('named', 'Northline Wire', cue)];
  for (const cue of ['confirmed', 'has confirmed', 'corroborates', 'verified', 'تأیید کرد']) assert.ok(saysConfirmed(chain(cue)), cue);
  for (const cue of ['said', 'announced', 'confided', 'firmly denied']) assert.ok(!saysConfirmed(chain(cue)), cue);
  assert.ok(!saysConfirmed(saidBy('Exile Bulletin')));
});
