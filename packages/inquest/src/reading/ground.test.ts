import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ItemId } from '../kernel/index.ts';
import { groundProposal, readDocument } from './index.ts';

const TEXT = `Velmar Monitor – On 3 May 1992, Jonas Pell, the head of Amity Watch, said that 640 people were killed in Karsa.

“We saw the trucks,” said Lena Orsk, a former clerk. According to the ministry, no more than 92 men were executed in 1991.`;

// Ids are not looked at, so any item will do.
const ITEM = 'S-1' as ItemId;

function proposals(): ReturnType<typeof readDocument> {
  const cut = TEXT.indexOf('\n\n');
  const segments = [
    { start: 0, end: cut, role: 'paragraph' as const, furniture: false },
    { start: cut + 2, end: TEXT.length, role: 'paragraph' as const, furniture: false },
  ];
  return readDocument({ item: ITEM, documentName: 'Velmar Monitor', text: TEXT, segments, languages: ['en'], dates: [], url: null });
}

test('every proposal of the reader is grounded in its text', () => {
  const found = proposals();
  assert.ok(found.length >= 12);
  for (const { body } of found) assert.equal(groundProposal(TEXT, body).ok, true, `${body.kind} ${body.quote}`);
});

/** Every span anywhere in a value, by path, so that each can be damaged alone. */
function spanPaths(value: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (Array.isArray(value)) return value.flatMap((inner, index) => spanPaths(inner, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  const here = 'text' in value && 'start' in value ? [path] : [];
  return [...here, ...Object.entries(value).flatMap(([key, inner]) => spanPaths(inner, [...path, key]))];
}

function changed(value: unknown, path: readonly (string | number)[], change: (span: unknown) => unknown): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return change(value);
  if (Array.isArray(value)) return value.map((inner: unknown, index) => (index === head ? changed(inner, rest, change) : inner));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, key === head ? changed(inner, rest, change) : inner]));
}

function isRecord(value: unknown): value is { readonly start: number; readonly end: number; readonly text: string } {
  return typeof value === 'object' && value !== null && 'start' in value;
}

test('a proposal with any one span moved, cut or reworded is refused', () => {
  const bodies = proposals().map(({ body }) => body);
  fc.assert(
    fc.property(fc.nat(bodies.length - 1), fc.nat(), fc.constantFrom('move', 'cut', 'reword', 'empty'), (which, pick, how) => {
      const body = bodies[which];
      const paths = spanPaths(body);
      const path = paths[pick % Math.max(1, paths.length)];
      if (body === undefined || path === undefined) return;
      const damaged = changed(body, path, (span) => {
        if (!isRecord(span)) return span;
        if (how === 'move') return { ...span, start: span.start + 1, end: span.end + 1 };
        if (how === 'cut') return { ...span, end: span.end - 1 };
        if (how === 'reword') return { ...span, text: `${span.text}x` };
        return { ...span, end: span.start, text: '' };
      });
      assert.equal(groundProposal(TEXT, damaged).ok, false);
    }),
  );
});

test('refusals say why, by code', () => {
  const name = { kind: 'name', start: 0, end: 6, quote: 'Velmar', rule: 'x', confidence: 1, type: 'place', fullForm: null };
  const codeOf = (body: unknown): string => {
    const outcome = groundProposal(TEXT, body);
    return outcome.ok ? 'done' : outcome.code;
  };
  assert.equal(codeOf(name), 'done');
  assert.equal(codeOf({ ...name, quote: 'Velmor' }), 'ungrounded-span');
  assert.equal(codeOf({ ...name, end: 0, quote: '' }), 'empty-span');
  assert.equal(codeOf({ ...name, type: 'ship' }), 'not-a-proposal');
});

test('the hull of a split content is the hull of its parts', () => {
  const split = proposals().find(({ body }) => body.kind === 'attribution');
  assert.ok(split !== undefined);
  const { body } = split;
  const start = body.start - 1;
  const outcome = groundProposal(TEXT, { ...body, start, quote: TEXT.slice(start, body.end) });
  assert.equal(outcome.ok ? 'done' : outcome.code, 'outside-content');
});
