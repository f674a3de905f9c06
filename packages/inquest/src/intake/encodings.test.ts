import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeAs } from '../../../../tools/test-intake.ts';
import { extractItem } from './index.ts';

const PERSIAN =
  'شاهدان گفتند كه زندانيان را يك به يك نزد هيئتي چهار نفره مي بردند. پس از آن گروهي را به سالن كارگاه فرستادند و ديگر كسي آنان را نديد؛ ژرفاي اندوه را هيچ شماري نمي گويد.';
const ARABIC =
  'قال الشهود إن السجناء نقلوا واحدا بعد الآخر إلى القاعة، وأعلنت الوزارة أن كل شيء جرى وفقا للقانون. وأكدت العائلات أنها لم تتلق أي خبر عن أبنائها.';
const FRENCH = 'Les témoins ont déclaré que les prisonniers étaient emmenés vers la salle, près du cœur de la forêt où naît l’été.';
const GERMAN = 'Die Zeugen erklärten, daß die Gefangenen nacheinander über den großen Hof geführt wurden. Die Behörde äußerte sich nicht.';
const TURKISH = 'Tanıklar, tutukluların teker teker salona götürüldüğünü söyledi. Ailelere hiçbir şey bildirilmedi.';
const POLISH = 'Świadkowie powiedzieli, że więźniów prowadzono pojedynczo do sali. Rodziny nie otrzymały żadnej wiadomości.';
const RUSSIAN = 'Свидетели рассказали, что заключённых приводили по одному в зал. Министерство не ответило на вопросы семей.';
const GREEK = 'Οι μάρτυρες είπαν ότι οι κρατούμενοι οδηγούνταν ένας ένας στην αίθουσα. Το υπουργείο δεν απάντησε.';
const HEBREW = 'העדים אמרו כי האסירים הובאו בזה אחר זה אל האולם. המשרד לא השיב לשאלות המשפחות במשך שנים רבות.';
const ENGLISH = '“It lasted two minutes,” said one former prisoner – nobody else did…';

/** The bytes in the encoding come out as exactly the text, in a language of its own. */
const CASES: readonly (readonly [encoding: string, text: string, language: string | null])[] = [
  ['windows-1256', PERSIAN, 'fa'],
  ['windows-1256', ARABIC, 'ar'],
  ['iso-8859-6', ARABIC, 'ar'],
  ['windows-1252', FRENCH, 'fr'],
  ['windows-1252', GERMAN, 'de'],
  ['windows-1252', ENGLISH, 'en'],
  ['windows-1252', 'Karsa’s dead', null],
  ['windows-1252', 'It was 40° that day in the yard, and the guards said nothing.', 'en'],
  ['iso-8859-15', FRENCH.replace('’', "'"), 'fr'],
  ['windows-1254', TURKISH, 'tr'],
  ['windows-1250', POLISH, 'pl'],
  ['iso-8859-2', POLISH, 'pl'],
  ['windows-1251', RUSSIAN, 'ru'],
  ['iso-8859-5', RUSSIAN, 'ru'],
  ['koi8-r', RUSSIAN, 'ru'],
  ['iso-8859-7', GREEK, 'el'],
  ['windows-1255', HEBREW, 'he'],
  ['iso-8859-8', HEBREW, 'he'],
];

for (const [encoding, text, language] of CASES) {
  test(`${encoding} is told from its neighbours: ${text.slice(0, 24)}`, async () => {
    const extraction = await extractItem(encodeAs(encoding, text), { path: 'a.txt' });
    assert.equal(extraction.text, text);
    assert.equal(extraction.outcome, 'extracted');
    if (language !== null) assert.deepEqual(extraction.languages, [language]);
  });
}

test('Persian in windows-1256, which a detector takes for Hebrew, is called by its name', async () => {
  assert.equal((await extractItem(encodeAs('windows-1256', PERSIAN), { path: 'a' })).encoding, 'windows-1256');
});

for (const [name, mark, encode] of [
  ['UTF-16LE', [0xff, 0xfe], littleEndian],
  ['UTF-16BE', [0xfe, 0xff], bigEndian],
] as const) {
  test(`${name} with and without a byte order mark`, async () => {
    for (const text of [`${PERSIAN}\r\n${ENGLISH}`, RUSSIAN, 'Karsa’s dead']) {
      const marked = await extractItem(Uint8Array.from([...mark, ...encode(text)]), { path: 'a.txt' });
      assert.equal(marked.text, text);
      assert.deepEqual(
        marked.notes.map(({ code }) => code),
        ['byte-order-mark'],
      );
      const bare = await extractItem(encode(text), { path: 'a.txt' });
      assert.equal(bare.text, text);
      assert.equal(bare.encoding, name.toLowerCase());
    }
  });
}

test('a UTF-8 file with a few broken bytes stays UTF-8, is partly read, and says so', async () => {
  const bytes = new TextEncoder().encode(PERSIAN);
  bytes[41] = 0xff;
  const { encoding, outcome, reason, words, text } = await extractItem(bytes, { path: 'a.txt' });
  assert.deepEqual({ encoding, outcome, reason }, { encoding: 'utf-8', outcome: 'partly', reason: 'damaged' });
  assert.match(words ?? '', /^[12] byte sequences/);
  assert.ok(text.includes('\uFFFD') && text.startsWith(PERSIAN.slice(0, 20)));
});

test('a page is believed about its encoding only where its bytes agree', async () => {
  const page = (charset: string): string =>
    `<html><head><meta charset="${charset}"><title>x</title></head><body><p>${FRENCH}</p></body></html>`;
  const agreed = await extractItem(encodeAs('windows-1252', page('windows-1252')), { path: 'a.html' });
  assert.deepEqual([agreed.encoding, agreed.text, agreed.notes], ['windows-1252', FRENCH, []]);
  const wrong = await extractItem(encodeAs('windows-1252', page('utf-8')), { path: 'a.html' });
  assert.deepEqual([wrong.encoding, wrong.text], ['windows-1252', FRENCH]);
  assert.deepEqual(
    wrong.notes.map(({ code }) => code),
    ['encoding-differs'],
  );
  const resaved = await extractItem(new TextEncoder().encode(page('iso-8859-1')), { path: 'a.html' });
  assert.deepEqual([resaved.encoding, resaved.text], ['utf-8', FRENCH]);
});

function littleEndian(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i += 1) bytes.set([text.charCodeAt(i) & 0xff, text.charCodeAt(i) >> 8], i * 2);
  return bytes;
}

function bigEndian(text: string): Uint8Array {
  const bytes = littleEndian(text);
  for (let i = 0; i < bytes.length; i += 2) bytes.set([bytes[i + 1] ?? 0, bytes[i] ?? 0], i);
  return bytes;
}
