import { useId, useState } from 'react';
import type { QuestionLine } from '../../../packages/inquest/src/api-contract/index.ts';
import { useLanguage } from '../language/index.ts';
import { Status } from '../marks.tsx';
import { ProblemNotice } from '../shell/index.ts';
import { type Judgment, useJudgment } from './use-judgment.ts';

/** A proposed question is put together by a program: a person says that these figures answer one question, in words of their own if they like. */
export function QuestionActions({ question }: { readonly question: QuestionLine }) {
  const { t } = useLanguage();
  const judgment = useJudgment();
  const { written } = judgment;
  if (question.status === 'confirmed') {
    return (
      <p className="actions">
        <Status name="recorded">{t('figures.questionConfirmed')}</Status>
        {written !== null && written.question === question.id && (
          <button type="button" onClick={() => void judgment.write('undo', {}, { said: 'said.undone', values: { event: written.event } })}>
            {t('decide.undo')}
          </button>
        )}
      </p>
    );
  }
  return <ConfirmForm key={question.id} question={question} judgment={judgment} />;
}

function ConfirmForm({ question, judgment }: { readonly question: QuestionLine; readonly judgment: Judgment }) {
  const { t } = useLanguage();
  const [asks, setAsks] = useState(question.asks);
  const id = useId();
  return (
    <form
      className="actions confirm"
      onSubmit={(event) => {
        event.preventDefault();
        const words = asks.trim();
        const body = words === '' || words === question.asks ? {} : { asks: words };
        void judgment.write('questionConfirm', body, { said: 'figures.saidConfirmed', values: { question: question.id } });
      }}
    >
      <Status name="proposed">{t('figures.questionProposed')}</Status>
      <label htmlFor={id} className="note">
        {t('figures.asks')}
      </label>
      <input id={id} type="text" dir="auto" value={asks} maxLength={500} onChange={(event) => setAsks(event.currentTarget.value)} />
      <button type="submit" className="btn main" disabled={judgment.busy}>
        {t('figures.confirm')}
      </button>
      <span className="note why">{t('figures.confirmWhy')}</span>
      {judgment.fault !== undefined && <ProblemNotice fault={judgment.fault} />}
    </form>
  );
}
