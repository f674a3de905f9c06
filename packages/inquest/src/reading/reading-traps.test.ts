import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ItemId } from '../kernel/index.ts';
import type { ProposalBody, Segment } from '../model/index.ts';
import { readDocument } from './index.ts';

function read(text: string, languages: readonly string[] = ['en'], segments?: readonly Segment[]): readonly ProposalBody[] {
  const whole: Segment[] = [...text.matchAll(/\S[^\n]*(?:\n(?!\s*\n)[^\n]*)*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    role: 'paragraph',
    furniture: false,
  }));
  // Ids are not looked at, so any item will do.
  const item = 'S-1' as ItemId;
  return readDocument({ item, documentName: 'a document', text, segments: segments ?? whole, languages, dates: [], url: null }).map(
    ({ body }) => body,
  );
}

interface Trap {
  readonly name: string;
  readonly text: string;
  readonly languages?: readonly string[];
  /** `source: content` of every attribution, `-` for no source; parts joined with ` // `. */
  readonly attributions: readonly string[];
}

const TRAPS: readonly Trap[] = [
  {
    name: 'U+2018 used as an apostrophe opens no quotation',
    text: 'Drenn‘s lawyer said that the judge‘s order was void.',
    attributions: ['Drenn‘s lawyer: the judge‘s order was void'],
  },
  {
    name: 'a single quotation mark that is never closed opens nothing',
    text: 'The council must end ‘business as usual with Velmar’s army. Marn said the army’s files were lost.',
    attributions: ['Marn: the army’s files were lost'],
  },
  {
    name: 'a plural possessive does not close a quotation early',
    text: '‘We want the leaders’ names on a list,’ said Lena Orsk.',
    attributions: ['Lena Orsk: ‘We want the leaders’ names on a list,’'],
  },
  {
    name: 'narrow and plain no-break spaces stand inside names and around cues',
    text: 'Hana\u202fVelk\u00a0said\u202fthat the gate\u00a0was locked.',
    attributions: ['Hana\u202fVelk: the gate\u00a0was locked'],
  },
  {
    name: 'a quotation crosses sentences and holds an ellipsis and an insertion',
    text: 'The letter describes “men who were taken. … They continue[d] to wait.”',
    attributions: ['The letter: “men who were taken. … They continue[d] to wait.”'],
  },
  {
    name: 'the cue stands before a source that is a document with a long participle',
    text: '“No list was kept,” reads the order signed by nine officers and more than forty clerks.',
    attributions: ['the order signed by nine officers and more than forty clerks: “No list was kept,”'],
  },
  {
    name: 'what one source confirmed another had announced: two claims, two dates',
    text: 'Northline Wire confirmed in a special report on 3 May 1992 the toll of 640 that was announced by the Families’ Committee on 9 April 1992.',
    attributions: ['Northline Wire: the toll of 640', 'the Families’ Committee: the toll of 640'],
  },
  {
    name: 'a name, a colon and a clause with a demand inside',
    text: 'Jonas Pell, chair of Amity Watch: The people of Karsa demand the prosecution of those responsible.',
    attributions: [
      'Jonas Pell, chair of Amity Watch: The people of Karsa demand the prosecution of those responsible.',
      'The people of Karsa: the prosecution of those responsible',
    ],
  },
  {
    name: 'a speaker in the middle splits the content',
    text: 'If the council opens an inquiry, Pell said his office would hand over the lists.',
    attributions: ['Pell: If the council opens an inquiry // his office would hand over the lists'],
  },
  {
    name: 'a hearsay adverb names nobody and is not the letter’s own figure',
    text: 'The letter references the raid on Karsa in 1991, which reportedly left hundreds dead.',
    attributions: ['The letter: the raid on Karsa in 1991', '-: left hundreds dead'],
  },
  {
    name: 'an estimate without an estimator is the document’s own',
    text: 'Soldiers killed an estimated 1500 people in the hills.',
    attributions: [],
  },
  { name: 'scare quotes have no speaker', text: 'He was sent to a four-man “review board” in Karsa.', attributions: [] },
  {
    name: 'a publisher’s lead-in is no part of the source',
    text: 'Velmar Monitor – A group of former judges have sent a letter urging the council to act.',
    attributions: ['A group of former judges: the council to act'],
  },
];

for (const trap of TRAPS) {
  test(`trap: ${trap.name}`, () => {
    const found = read(trap.text, trap.languages).flatMap((body) =>
      body.kind === 'attribution' ? [`${body.source?.text ?? '-'}: ${body.content.map((part) => part.text).join(' // ')}`] : [],
    );
    assert.deepEqual(found.sort(), [...trap.attributions].sort());
  });
}

test('trap: names two letters apart are never joined', () => {
  const names = read('Marek Volkonen signed the order. Jonas Volkanen refused. Volkonen was promoted; Volkanen resigned.').flatMap(
    (body) => (body.kind === 'name' && body.type === 'person' ? [`${body.quote}<${body.fullForm?.text ?? ''}`] : []),
  );
  assert.ok(names.includes('Volkonen<Marek Volkonen'), names.join('; '));
  assert.ok(names.includes('Volkanen<Jonas Volkanen'), names.join('; '));
});

test('trap: a last name that two people share points to neither', () => {
  const names = read('Judge Marek Sand spoke. Judge Ilse Sand, a colleague, replied. Sand then left.').flatMap((body) =>
    body.kind === 'name' ? [body] : [],
  );
  assert.deepEqual(
    names.filter((name) => name.quote === 'Sand').map((name) => name.fullForm),
    [null],
  );
});

test('trap: furniture is never read as content', () => {
  const text = 'Police said the bridge was closed.\n\nMost read: Army says the war is over.';
  const first = text.indexOf('\n\n');
  const segments: readonly Segment[] = [
    { start: 0, end: first, role: 'paragraph', furniture: false },
    { start: first + 2, end: text.length, role: 'paragraph', furniture: true },
  ];
  const read1 = read(text, ['en'], segments).filter((body) => body.kind === 'attribution');
  assert.deepEqual(
    read1.map((body) => body.quote),
    ['the bridge was closed'],
  );
});

test('trap: a loaded cue is kept and marked, a plain one is not', () => {
  const loaded = (text: string): readonly boolean[] => read(text).flatMap((body) => (body.kind === 'attribution' ? [body.loaded] : []));
  assert.deepEqual(loaded('The ministry admitted that the files were burnt.'), [true]);
  assert.deepEqual(loaded('The ministry said that the files were burnt.'), [false]);
});

test('trap: who quotes whom is one chain, outermost first', () => {
  const chains = read('Northline Wire quotes him as telling a news conference in June 1992: “I am proud of every office I held.”').flatMap(
    (body) => (body.kind === 'attribution' ? [body.chain.map((link) => link.speaker).join(' > ')] : []),
  );
  assert.deepEqual(chains, ['a document > Northline Wire', 'a document > Northline Wire > him']);
});
