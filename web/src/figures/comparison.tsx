import type { FiguresLine, QuestionLine } from '../../../packages/inquest/src/api-contract/index.ts';
import { type MessageId, T, useLanguage, Words } from '../language/index.ts';
import { accountsOf } from './question.ts';

type Pair = QuestionLine['comparison'][number];

const RESULTS: Readonly<Record<Pair['result'], MessageId>> = {
  equal: 'compare.equal',
  compatible: 'compare.compatible',
  tension: 'compare.tension',
  contradiction: 'compare.contradiction',
  not_comparable: 'compare.notComparable',
};
const REASONS: Readonly<Record<string, MessageId>> = {
  'different-unit': 'compare.differentUnit',
  'different-act': 'compare.differentAct',
  'different-event': 'compare.differentEvent',
  'different-place': 'compare.differentPlace',
  'different-period': 'compare.differentPeriod',
  'different-scope': 'compare.differentScope',
  'same-figure': 'compare.sameFigure',
  'same-number': 'compare.sameNumber',
  'some-number-fits-both': 'compare.someNumber',
  'usual-readings-apart': 'compare.usualApart',
  'numbers-far-apart': 'compare.farApart',
  'no-number-fits-both': 'compare.noNumber',
};

/** More pairs are folded away. */
const MOST_PAIRS = 8;

/** How the accounts compare as worded, pair by pair, each naming both. */
export function Comparison({ question }: { readonly question: QuestionLine }) {
  const { t } = useLanguage();
  const order = accountsOf(question).map(({ id }) => id);
  const rank = (pair: Pair) => Math.abs(order.indexOf(pair.a) - order.indexOf(pair.b)) * order.length + order.indexOf(pair.a);
  const pairs = question.comparison.toSorted((a, b) => rank(a) - rank(b));
  if (pairs.length === 0) return null;
  return (
    <section aria-label={t('figures.asWorded')}>
      <PairList pairs={pairs.slice(0, MOST_PAIRS)} question={question} />
      {pairs.length > MOST_PAIRS && (
        <details className="more-pairs">
          <summary>{t('figures.morePairs', { count: pairs.length - MOST_PAIRS })}</summary>
          <PairList pairs={pairs.slice(MOST_PAIRS)} question={question} />
        </details>
      )}
    </section>
  );
}

function PairList({ pairs, question }: { readonly pairs: readonly Pair[]; readonly question: QuestionLine }) {
  const raw = new Map(question.accounts.map((account) => [account.id, account.raw]));
  return (
    <ul className="pairs">
      {pairs.map((pair) => (
        <li key={`${pair.a} ${pair.b}`}>
          <h3>
            <T
              id="figures.pair"
              values={{ a: <Words>{raw.get(pair.a) ?? pair.a}</Words>, b: <Words>{raw.get(pair.b) ?? pair.b}</Words> }}
            />
          </h3>
          <p>
            <PairWords pair={pair} />
          </p>
        </li>
      ))}
    </ul>
  );
}

/** The result in plain words and why; a reason the page does not know is shown as the program put it. */
export function PairWords({ pair }: { readonly pair: Pair }) {
  const { t } = useLanguage();
  const reason = REASONS[pair.reason ?? ''];
  return (
    <>
      {t(RESULTS[pair.result])}
      {reason === undefined ? pair.reason !== null && <Words> {pair.reason}</Words> : ` ${t(reason)}`}
    </>
  );
}

/** Figures of other questions that cannot stand beside these, each with the reason. */
export function NotComparable({ question, figures }: { readonly question: QuestionLine; readonly figures: FiguresLine }) {
  const { t } = useLanguage();
  const own = new Set(question.accounts.map(({ id }) => id));
  const known = new Map(figures.questions.flatMap((other) => other.accounts.map((account) => [account.id, account] as const)));
  const pairs = figures.acrossQuestions.filter(({ a, b, result }) => result === 'not_comparable' && own.has(a) !== own.has(b));
  if (pairs.length === 0) return null;
  const list = (some: readonly Pair[]) => (
    <ul>
      {some.map((pair) => (
        <AcrossLine
          key={`${pair.a} ${pair.b}`}
          pair={pair}
          mine={known.get(own.has(pair.a) ? pair.a : pair.b)}
          other={known.get(own.has(pair.a) ? pair.b : pair.a)}
        />
      ))}
    </ul>
  );
  return (
    <section className="fig across">
      <h2>{t('figures.across')}</h2>
      {list(pairs.slice(0, FIRST_ACROSS))}
      {pairs.length > FIRST_ACROSS && (
        <details>
          <summary>{t('figures.moreAcross', { count: pairs.length - FIRST_ACROSS })}</summary>
          {list(pairs.slice(FIRST_ACROSS, MOST_ACROSS))}
        </details>
      )}
    </section>
  );
}
const FIRST_ACROSS = 6;
const MOST_ACROSS = 200;

type Account = QuestionLine['accounts'][number];

function AcrossLine({
  pair,
  mine,
  other,
}: {
  readonly pair: Pair;
  readonly mine: Account | undefined;
  readonly other: Account | undefined;
}) {
  return (
    <li>
      <Words className="serif">{mine?.raw}</Words> (<Words>{mine?.claimant}</Words>), <Words className="serif">{other?.raw}</Words> (
      <Words>{other?.claimant}</Words>): <PairWords pair={pair} />
    </li>
  );
}
