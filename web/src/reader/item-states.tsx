import { Link } from '@tanstack/react-router';
import type { ItemLine } from '../../../packages/inquest/src/api-contract/index.ts';
import { HttpProblem } from '../http/index.ts';
import { Id, type MessageId, T, useLanguage } from '../language/index.ts';
import { ProblemNotice } from '../shell/index.ts';

const REASONS: Readonly<Record<string, { readonly why: MessageId; readonly needs: MessageId }>> = {
  empty: { why: 'kept.empty', needs: 'kept.empty.needs' },
  unsupported: { why: 'kept.unsupported', needs: 'kept.unsupported.needs' },
  damaged: { why: 'kept.damaged', needs: 'kept.damaged.needs' },
  encrypted: { why: 'kept.encrypted', needs: 'kept.encrypted.needs' },
  limit: { why: 'kept.limit', needs: 'kept.limit.needs' },
  'needs-ocr': { why: 'kept.needsOcr', needs: 'kept.needsOcr.needs' },
};

/** An item without a text to read: why, and what it would need. Its bytes are kept all the same. */
export function WithoutText({ item }: { readonly item: ItemLine }) {
  const { t } = useLanguage();
  if (item.outcome === 'pending') return <Lone title="state.pendingTitle" words={[t('state.pendingWhy')]} />;
  if (item.outcome === 'duplicate' && item.duplicateOf !== null) {
    return (
      <div className="lone">
        <h2>{t('state.duplicateTitle')}</h2>
        <p>
          <T
            id="state.duplicateOf"
            values={{
              item: (
                <Link to="/items/$item" params={{ item: item.duplicateOf }}>
                  <Id>{item.duplicateOf}</Id>
                </Link>
              ),
            }}
          />
        </p>
      </div>
    );
  }
  const known = REASONS[item.reason ?? ''];
  const words = known === undefined ? [item.words ?? t('kept.other')] : [t(known.why), t(known.needs)];
  return <Lone title="state.keptTitle" words={[...words, t('kept.all')]} />;
}

function Lone({ title, words }: { readonly title: MessageId; readonly words: readonly string[] }) {
  const { t } = useLanguage();
  return (
    <div className="lone">
      <h2>{t(title)}</h2>
      {words.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}

/** The item could not be had: there is none of that number, or the program refused or failed. */
export function NoItem({ item, fault, again }: { readonly item: string; readonly fault: unknown; readonly again: () => void }) {
  const { t } = useLanguage();
  if (!(fault instanceof HttpProblem && fault.status === 404)) return <ProblemNotice fault={fault} onAgain={again} />;
  return (
    <div className="lone">
      <h1>
        <T id="state.noItemTitle" values={{ item: <Id>{item}</Id> }} />
      </h1>
      <p>{t('state.noItemWhy')}</p>
      <p>
        <Link to="/">{t('state.toLibrary')}</Link>
      </p>
    </div>
  );
}
