import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { VerifyReport } from '../../../packages/inquest/src/api-contract/index.ts';
import { asked, send } from '../http/index.ts';
import { Digest, T, useLanguage } from '../language/index.ts';
import { announce, ProblemNotice } from '../shell/index.ts';

const ASK_AGAIN_MS = 1000;

/** Every object, event, proof and signature read back and compared, when a person asks for it. */
export function WholeInquiry() {
  const { t } = useLanguage();
  const client = useQueryClient();
  const state = useQuery({
    ...asked('verification'),
    refetchInterval: (query) => (query.state.data?.running === true ? ASK_AGAIN_MS : false),
  });
  const start = useMutation({
    mutationFn: () => send('verification', { method: 'POST' }),
    onSuccess: (answer) => client.setQueryData(asked('verification').queryKey, answer),
  });
  const running = state.data?.running === true;
  const report = state.data?.report ?? null;
  useSayWhenDone(running, report);
  return (
    <section aria-label={t('custody.whole')}>
      <h2 className="big">{t('custody.whole')}</h2>
      <p className="measure">{t('custody.wholeWhat')}</p>
      <p className="act">
        <button type="button" className="btn main" disabled={running || start.isPending} onClick={() => start.mutate()}>
          {t('custody.checkAll')}
        </button>
      </p>
      {running && state.data && (
        <div className="checking">
          <p>{t('custody.progress', { done: state.data.done, total: state.data.total })}</p>
          <progress value={state.data.done} max={Math.max(1, state.data.total)} aria-label={t('custody.checkAll')} />
        </div>
      )}
      {start.isError && <ProblemNotice fault={start.error} />}
      {state.isError && <ProblemNotice fault={state.error} onAgain={() => void state.refetch()} />}
      {!running && report && <Report report={report} />}
    </section>
  );
}

function useSayWhenDone(running: boolean, report: VerifyReport | null): void {
  const { t } = useLanguage();
  const before = useRef(running);
  useEffect(() => {
    if (before.current && !running && report) announce(t('custody.result', { problems: report.problems.length }));
    before.current = running;
  }, [running, report, t]);
}

/** The result in calm words. No colour says that all is well, because it cannot say what is. */
function Report({ report }: { readonly report: VerifyReport }) {
  const { t, number } = useLanguage();
  return (
    <div className="report">
      <p className="result">{t('custody.result', { problems: report.problems.length })}</p>
      {report.problems.length > 0 && (
        <ul className="problems">
          {report.problems.map((problem) => (
            <li key={`${problem.code} ${problem.where}`}>
              <bdi dir="auto">{problem.what}</bdi>
              <span className="under">
                <bdi dir="ltr">{problem.where}</bdi>
                {' · '}
                <bdi dir="ltr" className="id">
                  {problem.code}
                </bdi>
              </span>
            </li>
          ))}
        </ul>
      )}
      {report.problems.length > 0 && <p className="measure">{t('custody.resultDo')}</p>}
      <dl className="kv">
        <dt>{t('custody.objects')}</dt>
        <dd>{number(report.objects)}</dd>
        <dt>{t('custody.events')}</dt>
        <dd>{number(report.events)}</dd>
        <dt>{t('custody.checkpoint')}</dt>
        <dd>
          {report.checkpoint === null ? (
            <span className="unknown">{t('custody.noCheckpoint')}</span>
          ) : (
            <T id="custody.checkpointOf" values={{ size: report.checkpoint.size, root: <Digest>{report.checkpoint.root}</Digest> }} />
          )}
        </dd>
        {report.unreferenced.length > 0 && (
          <>
            <dt>{t('custody.unreferenced')}</dt>
            <dd>{t('custody.unreferencedWhat', { count: report.unreferenced.length })}</dd>
          </>
        )}
      </dl>
      <p className="measure muted">{t('custody.doesNotShow')}</p>
    </div>
  );
}
