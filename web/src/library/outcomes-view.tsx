import { Link } from '@tanstack/react-router';
import type { ItemLine } from '../../../packages/inquest/src/api-contract/index.ts';
import { type MessageId, useLanguage } from '../language/index.ts';
import { reasonsOf, type Tally } from './outcomes.ts';

const ROWS: readonly { readonly part: keyof Tally; readonly label: MessageId; readonly show: string | null; readonly always: boolean }[] = [
  { part: 'read', label: 'outcome.read', show: 'extracted', always: true },
  { part: 'sameBytes', label: 'outcome.sameBytes', show: 'duplicate', always: true },
  { part: 'kept', label: 'outcome.kept', show: 'kept-not-readable', always: true },
  { part: 'refused', label: 'outcome.refused', show: 'refused', always: true },
  { part: 'waiting', label: 'outcome.waiting', show: 'pending', always: true },
  { part: 'other', label: 'outcome.other', show: null, always: false },
];

const REASONS: Readonly<Record<string, MessageId>> = {
  'needs-ocr': 'reason.needsOcr',
  encrypted: 'reason.encrypted',
  damaged: 'reason.damaged',
  unsupported: 'reason.unsupported',
  empty: 'reason.empty',
  limit: 'reason.limit',
  'changed-while-reading': 'reason.changed',
  'no-permission': 'reason.noPermission',
  'not-a-file': 'reason.notAFile',
  'not-found': 'reason.notFound',
};

/** Why something could not be read, and what it would need, in plain words. */
export function reasonWord(reason: string | null): MessageId {
  return REASONS[reason ?? ''] ?? 'reason.other';
}

/** Everything that was offered, in rows that add up; and for what could not be read, what it would need. */
export function Outcomes({ sums, items }: { readonly sums: Tally; readonly items: readonly ItemLine[] }) {
  const { t, number } = useLanguage();
  return (
    <div className="outcomes">
      <div>
        <h3>{t('outcome.title')}</h3>
        <dl>
          {ROWS.filter((row) => row.always || sums[row.part] > 0).map((row) => (
            <div key={row.part}>
              <dt>{t(row.label)}</dt>
              <dd className="num">{number(sums[row.part])}</dd>
            </div>
          ))}
          <div className="sum">
            <dt>{t('outcome.received')}</dt>
            <dd className="num">{number(sums.received)}</dd>
          </div>
        </dl>
      </div>
      <div>
        <h3>{t('outcome.needs')}</h3>
        <Reasons kept={sums.kept} items={items} />
      </div>
    </div>
  );
}

function Reasons({ kept, items }: { readonly kept: number; readonly items: readonly ItemLine[] }) {
  const { t, number } = useLanguage();
  const reasons = reasonsOf(items, 'kept-not-readable');
  const partly = reasonsOf(items, 'partly');
  const further = kept - reasons.reduce((sum, { count }) => sum + count, 0);
  return (
    <ul>
      {reasons.map(({ reason, count }) => (
        <ReasonRow key={reason} count={count} words={t(reasonWord(reason))} show={reason} />
      ))}
      {further > 0 && (
        <li>
          <b className="num">{number(further)}</b>
          <span className="muted">{t('outcome.further')}</span>
        </li>
      )}
      {partly.map(({ reason, count }) => (
        <ReasonRow key={`partly ${reason}`} count={count} words={t('outcome.partly', { reason: t(reasonWord(reason)) })} show="partly" />
      ))}
      <li>
        <span />
        <span className="muted">{t(kept + partly.length === 0 ? 'outcome.allRead' : 'outcome.nothingDropped')}</span>
      </li>
    </ul>
  );
}

function ReasonRow({ count, words, show }: { readonly count: number; readonly words: string; readonly show: string }) {
  const { t, number } = useLanguage();
  return (
    <li>
      <b className="num">{number(count)}</b>
      <span>{words}</span>
      <Link from="/" to="/" search={(now) => ({ ...now, show })} resetScroll={false} replace>
        {t('outcome.show', { count })}
      </Link>
    </li>
  );
}
