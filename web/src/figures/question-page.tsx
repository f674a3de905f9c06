import { Link } from '@tanstack/react-router';
import type { FiguresLine, QuestionLine } from '../../../packages/inquest/src/api-contract/index.ts';
import { Id, useLanguage, Words } from '../language/index.ts';
import { Status } from '../marks.tsx';
import { AccountColumn } from './account-column.tsx';
import { Comparison, NotComparable } from './comparison.tsx';
import { PlotSection } from './plot-section.tsx';
import { accountsOf, repeatsOf } from './question.ts';
import { QuestionActions } from './question-actions.tsx';
import { QuestionMarks, useCount } from './question-marks.tsx';

/** One question: its accounts side by side by the date first said, how their words compare, and the same drawn and as a table. Never a mean, a midpoint or a winner. */
export function QuestionPage({ question, figures }: { readonly question: QuestionLine; readonly figures: FiguresLine }) {
  const { t } = useLanguage();
  const accounts = accountsOf(question);
  const reports = reportsIn(question);
  return (
    <div className="figures one">
      <header className="head">
        <p className="note">
          <Link to="/figures">{t('figures.all')}</Link>
        </p>
        <div className="title">
          <h1>
            <Words>{question.asks}</Words>
          </h1>
          <span className="muted">{t('figures.order')}</span>
        </div>
        <Counts question={question} />
        <QuestionActions question={question} />
      </header>
      {accounts.length === 1 && <p className="empty muted">{t('figures.onlyOne')}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: accounts beyond the edge are reached by scrolling, also by keyboard */}
      <section className="accs" tabIndex={0} aria-label={t('figures.accounts')}>
        {accounts.map((account) => (
          <AccountColumn key={account.id} account={account} question={question} reports={reports} />
        ))}
      </section>
      <Comparison question={question} />
      <PlotSection question={question} />
      <NotComparable question={question} figures={figures} />
    </div>
  );
}

/** Every document in the question, once, for choosing what another derives from. */
function reportsIn(question: QuestionLine): readonly { readonly item: string; readonly outlet: string }[] {
  const reports = question.accounts.flatMap((account) =>
    account.via.map(({ item, outlet, file }) => ({ item, outlet: outlet === '' ? file : outlet })),
  );
  return [...new Map(reports.map((report) => [report.item, report])).values()];
}

function Counts({ question }: { readonly question: QuestionLine }) {
  const { t, number } = useLanguage();
  const count = useCount();
  const repeats = repeatsOf(question);
  const proposed = question.accounts.filter((account) => account.status === 'proposed' || account.status === 'unsure').length;
  return (
    <p className="counts">
      <Id>{question.id}</Id>
      <QuestionMarks question={question} />
      <span>{t('figures.reports', { count: question.reports, shown: number(question.reports) })}</span>
      <Status name="also-said">{t('figures.origins', { count: question.origins.max, shown: count(question.origins) })}</Status>
      <span>{t('figures.repeats', { count: repeats.max, shown: count(repeats) })}</span>
      {proposed > 0 && <Status name="proposed">{t('figures.someProposed', { count: proposed, shown: number(proposed) })}</Status>}
    </p>
  );
}
