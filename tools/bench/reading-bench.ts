/**
 * How fast one thread reads: proposals of every kind from one long text, and which steps take the
 * time. The text is made, of fewer different words than news has: the re3d benchmark tells the speed on news.
 */
import { Session } from 'node:inspector/promises';
import { readDocument } from '../../packages/inquest/src/reading/index.ts';
import { plainTextDocument } from '../read-plain-text.ts';
import { aim, type Benchmark, type Row, seconds } from './benchmark.ts';
import { type MadeLanguage, madeText } from './made-articles.ts';
import { sharesOfSteps } from './step-shares.ts';

const LENGTH = 1_000_000;
/** Read before measuring, so that what is loaded on first use is loaded. */
const SHORT = 100_000;
/** Characters a second on one core. */
const AIM = 80_000;
const STEPS_NAMED = 5;

const LANGUAGES: readonly { readonly code: MadeLanguage; readonly name: string }[] = [
  { code: 'en', name: 'English' },
  { code: 'fa', name: 'Persian' },
];

function read(language: MadeLanguage, text: string): number {
  return readDocument({ ...plainTextDocument(language, text), languages: [language] }).length;
}

/** The steps of reading that take most of the time, with their share. */
async function slowestSteps(language: MadeLanguage, text: string): Promise<string> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  read(language, text);
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  const shares = sharesOfSteps(profile, ['readDocument', 'readContext', 'cutIntoSentences']);
  return shares
    .slice(0, STEPS_NAMED)
    .map(({ step, share }) => `${step} ${(share * 100).toFixed(0)} %`)
    .join(', ');
}

async function rowOf({ code, name }: (typeof LANGUAGES)[number]): Promise<Row> {
  const text = madeText(code, LENGTH);
  read(code, text.slice(0, SHORT));
  let proposals = 0;
  const took = await seconds(() => {
    proposals = read(code, text);
    return Promise.resolve();
  });
  const steps = await slowestSteps(code, text);
  const speed = LENGTH / took;
  return {
    what: `one ${name} text`,
    value: speed,
    unit: 'characters/s',
    note: `${LENGTH.toLocaleString('en')} characters of made text in one document, ${proposals.toLocaleString('en')} proposals, one thread; ${aim(speed, { atLeast: AIM }, 'characters/s')}; slowest steps: ${steps}`,
  };
}

export const benchmark: Benchmark = {
  name: 'reading',
  async run() {
    const rows: Row[] = [];
    for (const language of LANGUAGES) rows.push(await rowOf(language));
    return rows;
  },
};
