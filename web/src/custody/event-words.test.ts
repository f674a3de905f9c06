import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { EventLine } from '../../../packages/inquest/src/api-contract/index.ts';
import persian from '../language/fa.json' with { type: 'json' };
import { makeSay } from '../language/say.ts';
import { eventWords } from './event-words.ts';

const fa = makeSay('fa', Object.fromEntries(Object.entries(persian).map(([id, words]) => [id, compileMessage(words)])));

function event(type: string, payload: Record<string, unknown>): EventLine {
  return {
    index: 4,
    id: 'e',
    type,
    recordedAt: '2026-11-11T10:03:12.000Z',
    actor: 'a',
    touches: ['S-17'],
    sentence: 'In English.',
    payload,
  };
}

test('an event is a sentence in the interface language', () => {
  assert.equal(eventWords(event('item.received', { path: 'a.html', bytes: 1200 }), fa), 'با نام a.html دریافت شد، ۱٬۲۰۰ بایت.');
  assert.equal(eventWords(event('claim.recorded', { claim: 'C-2' }), fa), 'C-2 از S-17 ثبت شد.');
  assert.equal(eventWords(event('fixity.checked', { objects: 3, problems: [] }), fa), '۳ بایت‌بسته بازخوانی شد؛ همه همان است.');
});

test('an event this page does not know, or one whose values are missing, keeps the program’s own sentence', () => {
  assert.equal(eventWords(event('event.of-tomorrow', {}), fa), 'In English.');
  assert.equal(eventWords(event('item.received', { path: 'a.html' }), fa), 'In English.');
  assert.equal(eventWords(event('fixity.checked', {}), fa), 'In English.');
});
