import { memo, type ReactNode } from 'react';
import { type MessageId, useLanguage } from '../language/index.ts';
import { Status } from '../marks.tsx';
import type { Entry } from './entry.ts';
import { EntrySentence } from './entry-sentence.tsx';
import type { Relation } from './relation.ts';

export const STATUS_WORDS: Readonly<Record<Entry['status'], MessageId>> = {
  proposed: 'status.proposed',
  recorded: 'status.recorded',
  'set-aside': 'status.setAside',
  unsure: 'status.unsure',
};
const KIND_WORDS: Readonly<Record<string, MessageId>> = {
  attribution: 'kind.quote',
  quote: 'kind.quote',
  quantity: 'kind.quantity',
  role: 'kind.role',
  derivation: 'kind.derivation',
  date: 'kind.date',
  name: 'kind.name',
  boilerplate: 'kind.boilerplate',
};

export interface CardProps {
  readonly entry: Entry;
  readonly relation: Relation | undefined;
  readonly open: boolean;
  readonly place: number;
  readonly of: number;
  readonly onOpen: (key: string) => void;
  /** What stands under the sentence of the open card: its details, a form, the reasons. */
  readonly children?: ReactNode;
}

/** One entry beside its passage: status, relation, and the sentence that opens it. Opening decides nothing. */
export const Card = memo(function Card({ entry, relation, open, place, of, onOpen, children }: CardProps) {
  const { t } = useLanguage();
  const kind = KIND_WORDS[entry.kind];
  const tone = relation?.name === 'differs' || relation?.name === 'responds' ? relation.name : entry.status;
  return (
    <li className={`card ${tone}${open ? ' open' : ''}`} data-card={entry.key} aria-current={open} aria-posinset={place} aria-setsize={of}>
      <div className="l1">
        <Status name={entry.status}>{t(STATUS_WORDS[entry.status])}</Status>
        {entry.status === 'recorded' && relation !== undefined && <RelationWords relation={relation} />}
        {kind !== undefined && <span className="note">{t(kind)}</span>}
        <EntryId entry={entry} />
      </div>
      <h3>
        <button type="button" className="plain sentence" aria-expanded={open} onClick={() => onOpen(entry.key)}>
          <EntrySentence entry={entry} />
        </button>
      </h3>
      {children}
    </li>
  );
});

function RelationWords({ relation }: { readonly relation: Relation }) {
  const { t, number } = useLanguage();
  const { name, origins, denies } = relation;
  if (name === 'responds') return <Status name="responds">{t(denies ? 'relation.denies' : 'relation.responds')}</Status>;
  if (name === 'also-said' && origins !== null) {
    const same = origins.min === origins.max;
    const words = same
      ? t('relation.independent', { count: origins.max, shown: number(origins.max) })
      : t('relation.independentRange', { min: number(origins.min), max: number(origins.max) });
    return <Status name="also-said">{words}</Status>;
  }
  if (name === 'single') return <Status name="single">{t('relation.single')}</Status>;
  return <Status name="differs">{t('relation.differs')}</Status>;
}

/** Claims have short IDs to cite; a proposal's long one is cut for the eye only. */
function EntryId({ entry }: { readonly entry: Entry }) {
  const id = entry.claim?.claim ?? entry.proposal?.id ?? '';
  return (
    <span className="end">
      <bdi dir="ltr" className="id" title={id}>
        {id.length > 8 ? `${id.slice(0, 6)}…` : id}
      </bdi>
    </span>
  );
}
