import type { QuestionLine } from '../../../packages/inquest/src/api-contract/index.ts';
import { type MessageId, useLanguage } from '../language/index.ts';
import { Status } from '../marks.tsx';
import { type Count, type Difference, differencesOf } from './question.ts';

export const DIFFERENCE_WORDS: Readonly<Record<Difference, MessageId>> = {
  number: 'difference.number',
  counted: 'difference.counted',
  event: 'difference.event',
  place: 'difference.place',
  period: 'difference.period',
};

/** Whether the accounts differ, and in what; or that there is only one. */
export function QuestionMarks({ question }: { readonly question: QuestionLine }) {
  const { t } = useLanguage();
  const kinds = differencesOf(question);
  if (question.accounts.length < 2) return <Status name="single">{t('figures.oneAccount')}</Status>;
  if (kinds.length === 0) return <Status name="also-said">{t('figures.sameFigure')}</Status>;
  return (
    <>
      <Status name="differs">{t('relation.differs')}</Status>
      <span>
        {t('figures.kindOfDifference')}{' '}
        {kinds.map((kind, place) => (
          <span key={kind}>
            {place > 0 && t('list.comma')}
            <b>{t(DIFFERENCE_WORDS[kind])}</b>
          </span>
        ))}
      </span>
    </>
  );
}

/** "4" or "4 to 5". */
export function useCount(): (count: Count) => string {
  const { t, number } = useLanguage();
  return ({ min, max }) => (min === max ? number(min) : t('figures.interval', { min: number(min), max: number(max) }));
}

export function CountInterval(count: Count) {
  const words = useCount();
  return <>{words(count)}</>;
}
