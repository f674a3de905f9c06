import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { asked } from '../http/index.ts';
import { useLanguage } from '../language/index.ts';
import { ProblemNotice, useTitle, Waiting } from '../shell/index.ts';
import { QuestionList } from './question-list.tsx';
import { QuestionPage } from './question-page.tsx';
import './figures.css';
import './accounts.css';
import './plot.css';

const route = getRouteApi('/figures');

/** Questions and the accounts that answer them. */
export function FiguresScreen() {
  const { t } = useLanguage();
  const { question: id } = route.useSearch();
  const figures = useQuery(asked('figures'));
  useTitle(id ?? t('figures.title'));
  if (figures.error !== null) return <ProblemNotice fault={figures.error} onAgain={() => void figures.refetch()} />;
  if (figures.data === undefined) return <Waiting />;
  if (id === undefined) return <QuestionList figures={figures.data} />;
  const question = figures.data.questions.find((candidate) => candidate.id === id);
  return question === undefined ? (
    <QuestionList figures={figures.data} missing={id} />
  ) : (
    <QuestionPage question={question} figures={figures.data} />
  );
}
