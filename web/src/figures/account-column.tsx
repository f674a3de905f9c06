import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AccountLine, QuestionLine } from '../../../packages/inquest/src/api-contract/index.ts';
import { Id, useLanguage, Words } from '../language/index.ts';
import { Status } from '../marks.tsx';
import { Counted } from '../reader/counted.tsx';
import { quoted } from '../reader/quoted.ts';
import { LinkRepeat, SplitOff } from './account-actions.tsx';
import { OriginTree } from './origin-tree.tsx';
import { repeatsOf } from './question.ts';
import { useCount } from './question-marks.tsx';

export interface AccountProps {
  readonly account: AccountLine;
  readonly question: QuestionLine;
  readonly reports: readonly { readonly item: string; readonly outlet: string }[];
}

/** One account in its column: the value as worded, who says it, its exact words, who repeats it, and what was counted. */
export function AccountColumn({ account, question, reports }: AccountProps) {
  const { t, date } = useLanguage();
  const count = useCount();
  const [doing, setDoing] = useState<'split' | 'repeat' | null>(null);
  const repeats = repeatsOf(account);
  const close = () => setDoing(null);
  return (
    <article className="acc" aria-label={`${account.claimant}: ${account.raw}`}>
      <div className="over">
        {account.firstSaid === null ? t('figures.dateUnknown') : t('figures.firstSaid', { date: date(account.firstSaid).first })}
        {account.status !== 'recorded' && <Status name={account.status}>{t('status.proposed')}</Status>}
      </div>
      <h2 className="val">
        <Words>{account.raw}</Words>
      </h2>
      <div className="who">
        <Words>{account.claimant}</Words>
      </div>
      <div className="cell">
        <h3>{t('figures.wording')}</h3>
        <blockquote dir="auto">{quoted(account.quote)}</blockquote>
        <AccountLink account={account} />
      </div>
      <div className="cell">
        <h3>
          {t('figures.originsOf', { shown: count(account.origins) })} ·{' '}
          {t('figures.repeats', { count: repeats.max, shown: count(repeats) })}
        </h3>
        <OriginTree via={account.via} />
      </div>
      <div className="cell">
        <h3>{t('figures.counted')}</h3>
        <p>
          <Counted counted={account.counted} />
        </p>
      </div>
      <div className="cell act">
        {doing === null && (
          <p className="acts">
            <button type="button" className="linklike" onClick={() => setDoing('repeat')}>
              {t('figures.repeatsAnother')}
            </button>
            {question.accounts.length > 1 && (
              <button type="button" className="linklike" onClick={() => setDoing('split')}>
                {t('figures.notSame')}
              </button>
            )}
          </p>
        )}
        {doing === 'split' && <SplitOff account={account} question={question} onDone={close} />}
        {doing === 'repeat' && <LinkRepeat account={account} reports={reports} onDone={close} />}
      </div>
    </article>
  );
}

/** The claim, or the proposal, at its passage. */
function AccountLink({ account }: { readonly account: AccountLine }) {
  const { t } = useLanguage();
  const id = account.claim ?? account.proposal;
  const search = account.claim !== null ? { claim: account.claim } : account.proposal !== null ? { proposal: account.proposal } : {};
  return (
    <Link to="/items/$item" params={{ item: account.item }} search={search}>
      <Id>{account.claim ?? account.item}</Id>
      <span className="visually-hidden">
        {' '}
        {t('figures.toPassage')} {id}
      </span>
    </Link>
  );
}
