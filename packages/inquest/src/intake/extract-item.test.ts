import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { sharedPath } from '../../../../tools/shared-material.ts';
import { type Extraction, extractItem, MAX_TEXT_UNITS } from './index.ts';

const TESTDATA = join(import.meta.dirname, '../../../../testdata/intake');
const SAMPLE = join(import.meta.dirname, '../../../../examples/karsa-1991');

function extract(content: string | Uint8Array, path = 'a.txt'): Promise<Extraction> {
  return extractItem(typeof content === 'string' ? new TextEncoder().encode(content) : content, { path });
}

/** Everything a person sees of an extraction in short form: roles with `*` for furniture, and dates. */
function outline({ text, segments, dates }: Extraction): readonly string[] {
  return [
    ...segments.map(({ start, end, role, furniture }) => `${role}${furniture ? '*' : ''}: ${text.slice(start, end)}`),
    ...dates.map(({ kind, edtf, basis }) => `${kind} ${edtf} ${basis}`),
  ];
}

async function check(content: string, path: string, expected: readonly string[]): Promise<void> {
  const extraction = await extract(content, path);
  assert.deepEqual(outline(extraction), expected);
  for (const { start, end, raw } of extraction.dates) if (start !== null) assert.equal(extraction.text.slice(start, end ?? 0), raw);
}

const BODY = 'Relatives of prisoners killed at Karsa asked for an inquiry, and the ministry of justice did not answer them that year.';

test('plain text: title, byline, date lines and paragraphs', async () => {
  await check(`Thursday , 25 April 2024\n\nRelatives ask\n\n${BODY}\n\n0`, 'a.txt', [
    'paragraph: Thursday , 25 April 2024',
    'title: Relatives ask',
    `paragraph: ${BODY}`,
    'paragraph: 0',
    'pageRendered 2024-04-25 visible',
  ]);
  await check(`Radio Orsa, transcript\n2 October 1991\n\n${BODY}`, 'a.txt', [
    'title: Radio Orsa, transcript',
    'dateline: 2 October 1991',
    `paragraph: ${BODY}`,
    'published 1991-10-02 visible',
  ]);
  await check(`Relatives ask\n\nBy Lena Orsolt, 14 January 2022\n\n${BODY}`, 'a.txt', [
    'title: Relatives ask',
    'byline: By Lena Orsolt, 14 January 2022',
    `paragraph: ${BODY}`,
    'published 2022-01-14 visible',
  ]);
  await check(`Relatives ask\n\nORSA, 4 September 2018 – ${BODY}`, 'a.txt', [
    'title: Relatives ask',
    `paragraph: ORSA, 4 September 2018 – ${BODY}`,
    'published 2018-09-04 visible',
  ]);
  await check(`What happened on 14 August 1991 at Karsa\n\n${BODY}`, 'a.txt', [
    'title: What happened on 14 August 1991 at Karsa',
    `paragraph: ${BODY}`,
  ]);
  await check(`${BODY}\n\n${BODY}`, 'a.txt', [`paragraph: ${BODY}`, `paragraph: ${BODY}`]);
  await check(`We ask:\n- where they are\n- who ordered it\n\nshort\nwrapped\r\n\r\n${BODY} ${BODY}\nNext line.`, 'a', [
    'paragraph: We ask:',
    'list-item: - where they are',
    'list-item: - who ordered it',
    'paragraph: short\nwrapped',
    `paragraph: ${BODY} ${BODY}`,
    'paragraph: Next line.',
  ]);
});

test('printed dates: calendars, digits and the readings nobody may guess', async () => {
  const published = async (line: string): Promise<readonly string[]> =>
    (await extract(`Relatives ask\n\n${line}\n\n${BODY}`)).dates.map(({ kind, edtf }) => `${kind} ${edtf}`);
  for (const [line, edtf] of [
    ['January 14, 2022', '2022-01-14'],
    ['Friday 14th of January 2022', '2022-01-14'],
    ['2022-01-14', '2022-01-14'],
    ['14/01/2022', '2022-01-14'],
    ['14 janvier 2022', '2022-01-14'],
    ['۲۴ دی ۱۴۰۰', '2022-01-14'],
    ['جمعه ۲۴ دی‌ماه ۱۴۰۰', '2022-01-14'],
    ['۱۴۰۰/۱۰/۲۴', '2022-01-14'],
    ['14 كانون الثاني 2022', '2022-01-14'],
    ['١٤ يناير ٢٠٢٢', '2022-01-14'],
    ['Leaflet 3, خرداد ۱۳۷۵', '1996-05-21/1996-06-20'],
  ] as const) {
    assert.deepEqual(await published(line), [`published ${edtf}`], line);
  }
  for (const line of ['3/4/2022', '31 February 2022', '2022', 'No. 14 of 2022', '24 دی']) assert.deepEqual(await published(line), [], line);
});

test('a saved page: all visible text in order, furniture marked, dates by kind and basis', async () => {
  const page = await extract(readFileSync(join(TESTDATA, 'saved-page.html')), 'saved-page.html');
  assert.deepEqual(outline(page), [
    'paragraph*: Friday, 3 May 2024 Courier Region',
    'list-item*: Harbour',
    'list-item*: Weather',
    'title: Eleven lorries on the Tessen road',
    'byline: By Petra Olm, 7 October 2019',
    'dateline: Updated: 9 October 2019',
    'paragraph: A driver who crossed the valley in August 1991 says he counted eleven covered lorries on the Tessen road. “Nobody would say what was in them,” he told the Courier\u00A0last week.',
    'quote: They drove without lights, one close behind the other, and a car went before them.',
    'paragraph: Two farmers near the lake speak of fresh earth in the same week.\nOne of them drew a map, which the Courier has seen.',
    'list-item: The first field lies north of the chapel.',
    'list-item: The second lies beside the quarry.',
    'caption: Lorries counted',
    'table-row: Day\tCount',
    'table-row: 14 August\t11',
    'caption: A sketch of the road, drawn from memory.',
    'paragraph: The ministry of justice did not answer questions. In 1992 it had stated that every family was informed in writing.',
    'heading*: Most read',
    'paragraph*: Storm over the lake',
    'paragraph*: New bridge opens, 2 May 2024',
    'paragraph*: © Tessen Courier',
    'paragraph*: Page generated on 3 May 2024 at 11:42',
    'published 2019-10-07 meta',
    'updated 2019-10-09 meta',
    'published 2019-10-07 json-ld',
    'updated 2019-10-09 json-ld',
    'urlPath 2019-10-07 url',
    'pageRendered 2024-05-03 visible',
    'published 2019-10-07 visible',
    'updated 2019-10-09 visible',
    'pageRendered 2024-05-03 visible',
  ]);
  const { title, publisher, author, url, languages, encoding, notes } = page;
  assert.deepEqual(
    { title, publisher, author, url, languages, encoding },
    {
      title: 'Eleven lorries on the Tessen road',
      publisher: 'Tessen Courier',
      author: 'Petra Olm',
      url: 'https://tessen-courier.example/2019/10/07/lorries-on-the-road/',
      languages: ['en'],
      encoding: 'utf-8',
    },
  );
  assert.deepEqual(
    notes.map(({ code }) => code),
    ['scripts-left-out', 'hidden-text-left-out'],
  );
});

test('dates and addresses where pages keep them, and nothing where they are malformed', async () => {
  const title = '<h1>Relatives ask the United Nations</h1>';
  const page = (head: string, body: string): string =>
    `<html><head>${head}</head><body><article>${body}<p>${BODY}</p><p>${BODY}</p></article></body></html>`;
  const dates = async (head: string, body = title): Promise<readonly string[]> =>
    (await extract(page(head, body), 'a.html')).dates.map(({ kind, edtf, basis }) => `${kind} ${edtf} ${basis}`);
  assert.deepEqual(await dates('', `${title}<p><time datetime="2022-01-14T09:00">two days ago</time></p>`), [
    'published 2022-01-14 visible',
  ]);
  assert.deepEqual(await dates('', `${title}<p>Published 14 January 2022, updated 16 January 2022</p>`), [
    'published 2022-01-14 visible',
    'updated 2022-01-16 visible',
  ]);
  assert.deepEqual(await dates('', `${title}<p class="site-date">14 January 2022</p>`), ['pageRendered 2022-01-14 visible']);
  assert.deepEqual(await dates('<meta name="date" content="soon"><meta name="pubdate" content="2022-02-31">'), []);
  assert.deepEqual(await dates('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":</script>'), []);
  assert.deepEqual(await dates('<link rel="canonical" href="https://a.example/2022/01/relatives-ask">'), ['urlPath 2022-01 url']);
  const saved = await extract(
    `<!--\n Page saved with SingleFile \n url: https://a.example/x \n saved date: Thu Apr 25 2024 10:00:00 GMT+0200\n-->${page('', title)}`,
  );
  assert.equal(saved.url, 'https://a.example/x');
  assert.deepEqual(
    saved.dates.map(({ kind, edtf }) => `${kind} ${edtf}`),
    ['captured 2024-04-25'],
  );
  const browser = await extract(`<!-- saved from url=(0019)https://b.example/y -->\n${page('', title)}`);
  assert.equal(browser.url, 'https://b.example/y');
});

test('tag soup: unclosed elements, stray marks, text outside every element', async () => {
  const page = await extract(readFileSync(join(TESTDATA, 'tag-soup.html')), 'tag-soup.html');
  assert.deepEqual(outline(page), [
    'paragraph: Letters from the north',
    'paragraph: The first letter came in September 1991. It names no sender & no place < the censor cut both.',
    'paragraph: The second says: they were taken at night, two by two.',
    'table-row: First letter\tSeptember 1991',
    'table-row: Second letter\tOctober 1991',
    'list-item: one page',
    'list-item: two pages',
    'paragraph: The third was never found.',
    'paragraph: Radio Orsa keeps the originals.',
  ]);
  assert.equal(page.title, 'Radio Orsa: letters from the north');
});

test('the sample: a page clock in either calendar is never a publication date', async () => {
  for (const file of ['harbour-dispatch.html', 'harbour-dispatch.fa.html', 'velmar-monitor.txt']) {
    const { dates } = await extract(readFileSync(join(SAMPLE, file)), file);
    const kinds = (kind: string): readonly string[] => dates.filter((date) => date.kind === kind).map(({ edtf }) => edtf);
    assert.deepEqual(kinds('pageRendered'), ['2024-04-25'], file);
    assert.deepEqual(kinds('published'), file === 'velmar-monitor.txt' ? [] : ['2022-01-14'], file);
  }
});

test('Markdown: rendered text, front matter as metadata', async () => {
  const source =
    '---\ntitle: "Twenty-one towns"\ndate: 2018-09-03\nauthor: Meridian\n---\n\n# Towns\n\nWe *name* [3,400](https://x.example) persons,\nno more.\n\n> A floor.\n\n1. Karsa\n2. Orsa\n\n```\nraw *text*\n```\n';
  await check(source, 'a.md', [
    'title: Towns',
    'paragraph: We name 3,400 persons,\nno more.',
    'quote: A floor.',
    'list-item: Karsa',
    'list-item: Orsa',
    'code: raw *text*',
    'published 2018-09-03 front-matter',
  ]);
  const { title, author, text } = await extract(source, 'a.md');
  assert.deepEqual({ title, author }, { title: 'Twenty-one towns', author: 'Meridian' });
  assert.ok(!text.includes('Meridian'));
});

test('content decides the format; the name only between plain text and Markdown', async () => {
  for (const [content, path, mediaType] of [
    ['<!doctype html><title>x</title><p>Karsa</p>', 'page.txt', 'text/html'],
    ['<!-- saved --><html><body>Karsa</body></html>', 'page', 'text/html'],
    ['# Karsa\n\n- one\n', 'list.txt', 'text/plain'],
    ['# Karsa\n\n- one\n', 'list.md', 'text/markdown'],
    ['# Karsa\n\n- one\n', 'list', 'text/markdown'],
    ['<p align="center">Karsa</p>\n\n# Towns\n', 'readme.md', 'text/markdown'],
    ['In HTML one writes <p> and </p>.', 'a.html', 'text/plain'],
    ['BMW drivers reported lorries.', 'a.txt', 'text/plain'],
    ['%PDF-1.4\n1 0 obj\n', 'a.txt', 'application/pdf'],
    ['{\\rtf1 Karsa}', 'a.txt', 'application/rtf'],
    ['From: a@b.example\nSubject: Karsa\nMIME-Version: 1.0\n\nText', 'a.txt', 'message/rfc822'],
    ['From: the families\nTo: the board\n\nText', 'a.txt', 'text/plain'],
  ] as const) {
    assert.equal((await extract(content, path)).mediaType, mediaType, `${path}: ${content}`);
  }
});

test('what cannot be read is kept with a reason and never an error', async () => {
  const junk = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3) * 104729) & 0xff);
  for (const [name, content, reason, words] of [
    ['nothing', '', 'empty', /empty/],
    ['white space', ' \n\n\t', 'empty', /no visible text/],
    ['an empty page', '<html><body><script>1</script></body></html>', 'empty', /no visible text/],
    ['binary junk', junk, 'unsupported', /not text/],
    ['text with NUL', 'abc\0def', 'unsupported', /not text/],
    [
      'a PNG',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1]),
      'unsupported',
      /image\/png/,
    ],
    ['text that turns binary', `${'abc '.repeat(20_000)}\0`, 'unsupported', /begins like text/],
  ] as const) {
    const extraction = await extract(content);
    assert.equal(extraction.outcome, 'kept-not-readable', name);
    assert.equal(extraction.reason, reason, name);
    assert.match(extraction.words ?? '', words, name);
    assert.deepEqual([extraction.text, extraction.segments], ['', []], name);
  }
});

test('hostile markup costs neither the stack nor more than its length', async () => {
  const p = `<p>${BODY}</p>`;
  const cases: Readonly<Record<string, readonly [string, RegExp]>> = {
    'a hundred thousand nested elements': [
      `<html><body>${'<div>'.repeat(100_000)}deep${'</div>'.repeat(100_000)}${p}`,
      /^deep\n\nRelatives/,
    ],
    'nested and never closed': [`<html><body>${'<b><i>'.repeat(100_000)}deep`, /^deep$/],
    'a megabyte of opening marks': [`<html><body>${'<'.repeat(1_000_000)}${p}`, /<<<\n\nRelatives/],
    'tags that never end': [`<html><body>${'<a b '.repeat(100_000)}c="`, /^<a b <a b/],
    'comments that never end': [`<html><body>${p}${'<!--'.repeat(200_000)}`, /^Relatives/],
    'an attribute of ten megabytes': [`<html><body><img src="data:${'A'.repeat(10_000_000)}">${p}`, /^Relatives/],
    'titles that never end': [`<html><body>${'<title>'.repeat(50_000)}${p}`, /^Relatives/],
  };
  for (const [name, [source, text]] of Object.entries(cases)) assert.match((await extract(source, 'a.html')).text, text, name);
  const cut = await extract(`<html><body>${p}<script>var never = 1;${p}`, 'a.html');
  assert.deepEqual([cut.outcome, cut.reason, cut.text], ['partly', 'damaged', BODY]);
});

test('Markdown that would take too long to parse is read as plain text', async () => {
  for (const source of ['*a_ '.repeat(50_000), '> '.repeat(3000), '['.repeat(50_000), '![a]('.repeat(20_000)]) {
    const { text, notes } = await extract(`${source}x`, 'a.md');
    assert.equal(text, `${source}x`);
    assert.deepEqual(
      notes.map(({ code }) => code),
      ['read-as-plain-text'],
    );
  }
});

test('text beyond the limit is left in the bytes and counted as not read', async () => {
  const bytes = new Uint8Array(MAX_TEXT_UNITS + 10).fill(0x61);
  const { outcome, reason, text } = await extract(bytes);
  assert.deepEqual([outcome, reason, text.length], ['partly', 'limit', MAX_TEXT_UNITS]);
  const head = await extractItem(bytes.subarray(0, 1000), { path: 'a.txt', totalBytes: bytes.length });
  assert.deepEqual([head.outcome, head.reason, head.text.length], ['partly', 'limit', 1000]);
});

test('languages: letters first, then the detector; passages in another language say so', async () => {
  const fa = 'بازماندگان می‌گویند زندانیان را یک‌به‌یک نزد هیئتی چهارنفره می‌بردند و یک پرسش می‌کردند.';
  const ckb = 'ڕۆژنامەکان دەڵێن کە زیندانییەکان بران بۆ هۆڵەکە و کەس نەیدیتنەوە لەو هاوینەدا.';
  const ps = 'شاهدانو وویل چې بندیان یو په یو سالون ته بوتلل شول او بیا چا ونه لیدل، ښځې هم پکې وې.';
  const ar = 'قال الشهود إن السجناء نقلوا واحدا بعد الآخر إلى القاعة ولم يرهم أحد بعد ذلك الصيف.';
  const { languages, segments } = await extract(`${BODY}\n\n${BODY}\n\n${fa}\n\n${ckb}\n\n${ps}\n\n${ar}`);
  assert.equal(languages[0], 'en');
  assert.deepEqual(
    segments.map(({ language }) => language),
    [undefined, undefined, 'fa', 'ckb', 'ps', 'ar'],
  );
  const stated = await extract(`<html lang="en"><body><p>${fa}</p></body></html>`, 'a.html');
  assert.deepEqual(stated.languages, ['fa']);
  assert.ok(stated.notes.some(({ code }) => code === 'language-differs'));
});

test('the two reference articles: text character for character, the page clock apart', async (t) => {
  const dates: Readonly<Record<string, readonly string[]>> = {
    '000_04af7e9f12eb1470.txt': [],
    '001_8d0e9abd7ce621d9.txt': ['pageRendered 2024-04-25'],
  };
  for (const [name, expected] of Object.entries(dates)) {
    const file = sharedPath('seeds', name);
    if (file === null) {
      t.skip('not here: shared/seeds');
      return;
    }
    const bytes = readFileSync(file);
    const extraction = await extract(bytes, file);
    assert.equal(extraction.text, bytes.toString('utf8'));
    assert.deepEqual(
      extraction.dates.map(({ kind, edtf }) => `${kind} ${edtf}`),
      expected,
    );
  }
});
