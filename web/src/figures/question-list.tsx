import { Link } from '@tanstack/react-router';
import type { FiguresLine, QuestionLine } from '../../../packages/inquest/src/api-contract/index.ts';
import { Id, T, useLanguage, Words } from '../language/index.ts';
import { Status } from '../marks.tsx';
import { accountsOf } from './question.ts';
import { CountInterval, QuestionMarks } from './question-marks.tsx';

/** Every question with its accounts, those people have put together first. `missing`: an address asked for one that is not there. */
export function QuestionList({ figures, missing }: { readonly figures: FiguresLine; readonly missing?: string }) {
  const { t } = useLanguage();
  const groups = [
    { title: t('figures.confirmed'), status: 'confirmed' },
    { title: t('figures.proposed'), status: 'proposed' },
  ] as const;
  return (
    <div className="figures">
      <header className="head">
        <h1>{t('figures.title')}</h1>
        <p>{t('figures.why')}</p>
        {missing !== undefined && (
          <p role="status">
            <T id="figures.missing" values={{ id: <Id>{missing}</Id> }} />
          </p>
        )}
      </header>
      {figures.questions.length === 0 && <p className="empty muted">{t('figures.none')}</p>}
      {groups.map(({ title, status }) => (
        <Group key={status} title={title} questions={figures.questions.filter((question) => question.status === status)} />
      ))}
    </div>
  );
}

function Group({ title, questions }: { readonly title: string; readonly questions: readonly QuestionLine[] }) {
  const { t } = useLanguage();
  if (questions.length === 0) return null;
  return (
    <section className="questions">
      <h2>{title}</h2>
      <table className="tab">
        <thead>
          <tr>
            <th scope="col">{t('figures.id')}</th>
            <th scope="col">{t('figures.question')}</th>
            <th scope="col">{t('figures.accounts')}</th>
            <th scope="col">{t('figures.originsHead')}</th>
          </tr>
        </thead>
        <tbody>
          {questions.map((question) => (
            <Row key={question.id} question={question} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ question }: { readonly question: QuestionLine }) {
  const { t } = useLanguage();
  return (
    <tr>
      <td>
        <Id>{question.id}</Id>
      </td>
      <td>
        <Link to="/figures" search={{ question: question.id }}>
          <Words>{question.asks}</Words>
        </Link>
        <span className="marks">
          <QuestionMarks question={question} />
          {question.status === 'proposed' && <Status name="proposed">{t('figures.questionProposed')}</Status>}
        </span>
      </td>
      <td>
        <ul className="values">
          {accountsOf(question)
            .slice(0, MOST_VALUES)
            .map((account) => (
              <li key={account.id}>
                <Words className="serif">{account.raw}</Words>
                <span className="muted">
                  {' '}
                  <Words>{account.claimant}</Words>
                </span>
              </li>
            ))}
        </ul>
      </td>
      <td className="nowrap">
        <CountInterval {...question.origins} />
      </td>
    </tr>
  );
}
const MOST_VALUES = 6;
