import { Link } from '@tanstack/react-router';
import { HttpProblem, NoAnswer, useConnection } from '../http/index.ts';
import { T, useLanguage } from '../language/index.ts';
import { useTitle } from './title.ts';

/** Words, and only after a second: quick answers show nothing in between. */
export function Waiting() {
  return (
    <p className="waiting muted">
      <T id="state.waiting" />
    </p>
  );
}

/** Something asked for did not come: what, why, what to do, and the code. Says nothing where the banner already does. */
export function ProblemNotice({ fault, onAgain }: { readonly fault: unknown; readonly onAgain?: () => void }) {
  const { t } = useLanguage();
  if (fault instanceof NoAnswer) return null;
  const known = fault instanceof HttpProblem;
  return (
    <div className="problem" role="alert">
      <h2>{known ? <bdi dir="auto">{fault.what}</bdi> : t('state.fault')}</h2>
      <p>{known ? <bdi dir="auto">{fault.why}</bdi> : t('state.faultWhy')}</p>
      <p>{known ? <bdi dir="auto">{fault.doThis}</bdi> : t('state.faultDo')}</p>
      <p className="problem-foot">
        {onAgain && (
          <button type="button" onClick={onAgain}>
            {t('state.again')}
          </button>
        )}
        {known && (
          <bdi dir="ltr" className="id">
            {fault.code}
          </bdi>
        )}
      </p>
    </div>
  );
}

/** The program behind the page stopped. Thin, in the flow, and in the way of nothing. */
export function ConnectionBanner() {
  const connection = useConnection();
  if (connection !== 'stopped') return null;
  return (
    <p className="banner" role="alert">
      <b>
        <T id="state.stopped" />
      </b>{' '}
      <T id="state.stoppedDo" values={{ command: <kbd>npm start</kbd> }} />
    </p>
  );
}

/** This browser's key no longer opens the program: it was started again, or the address came from elsewhere. */
export function SignedOut() {
  const { t } = useLanguage();
  useTitle(t('state.signedOutTitle'));
  return (
    <div className="lone">
      <h1>{t('state.signedOutTitle')}</h1>
      <p>{t('state.signedOutWhy')}</p>
      <p>
        <T id="state.signedOutDo" values={{ command: <kbd>npm start</kbd> }} />
      </p>
    </div>
  );
}

export function NotFound() {
  const { t } = useLanguage();
  useTitle(t('state.notFoundTitle'));
  return (
    <div className="lone">
      <h1>{t('state.notFoundTitle')}</h1>
      <p>{t('state.notFoundWhy')}</p>
      <p>
        <Link to="/">{t('state.toLibrary')}</Link>
      </p>
    </div>
  );
}

/** The last wall: a fault of the page itself. What was recorded is safe, and that is said. */
export function Crashed({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  const { t } = useLanguage();
  if (error instanceof HttpProblem) {
    return (
      <div className="lone">
        <ProblemNotice fault={error} onAgain={reset} />
      </div>
    );
  }
  return (
    <div className="lone" role="alert">
      <h1>{t('state.crashTitle')}</h1>
      <p>{t('state.crashWhy')}</p>
      <p>
        <button type="button" onClick={reset}>
          {t('state.again')}
        </button>
      </p>
    </div>
  );
}
