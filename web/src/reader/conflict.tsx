import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ClaimLine } from '../../../packages/inquest/src/api-contract/index.ts';
import { asked } from '../http/index.ts';
import { T, useLanguage, Words } from '../language/index.ts';
import { at, type Loose, listAt, looseOf, wordsAt } from './body.ts';
import { Counted } from './counted.tsx';
import type { Content } from './use-decisions.ts';

/** Somebody recorded a newer version meanwhile: both side by side, and the person chooses. Nothing is overwritten unseen. */
export function Conflict({
  claim,
  mine,
  onMine,
  onTheirs,
  onEdit,
}: {
  readonly claim: string;
  readonly mine: Content;
  /** Records mine as the version after the one now seen. */
  readonly onMine: (version: number) => void;
  readonly onTheirs: () => void;
  readonly onEdit: () => void;
}) {
  const { t, number } = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const now = useQuery({ ...asked('claim', { values: { claim } }), staleTime: 0 }).data;
  return (
    <section className="conflict" aria-labelledby="conflict-title">
      <h4 id="conflict-title" ref={heading} tabIndex={-1}>
        {t('conflict.title')}
      </h4>
      <div className="versions">
        <div>
          <h5>{now === undefined ? t('conflict.theirs') : t('conflict.theirsVersion', { version: number(now.version) })}</h5>
          {now !== undefined && <Version {...ofLine(now)} />}
        </div>
        <div>
          <h5>{t('conflict.mine')}</h5>
          <Version {...ofContent(mine)} />
        </div>
      </div>
      <div className="actions">
        <button type="button" disabled={now === undefined} onClick={() => now !== undefined && onMine(now.version)}>
          {t('conflict.recordMine')}
        </button>
        <button type="button" onClick={onTheirs}>
          {t('conflict.keepTheirs')}
        </button>
        <button type="button" onClick={onEdit}>
          {t('conflict.goOn')}
        </button>
      </div>
    </section>
  );
}

interface VersionProps {
  readonly body: Loose | null;
  readonly claimant: string | null;
  readonly quote: string | null;
  readonly note: string | null;
}

function Version({ body, claimant, quote, note }: VersionProps) {
  const quantity = at(body, 'quantity');
  const words = wordsAt(quantity, 'raw') ?? ['person', 'role', 'targetName'].flatMap((name) => wordsAt(body, name) ?? []).join(', ');
  return (
    <>
      <p>
        <Words>{claimant}</Words>: <b>{words === '' ? <Words>{quote}</Words> : <Words>{words}</Words>}</b>
      </p>
      {quantity !== null && (
        <p className="muted">
          <Counted counted={at(body, 'counted')} />
        </p>
      )}
      {note !== null && (
        <p className="muted">
          <T id="card.note" />: <Words>{note}</Words>
        </p>
      )}
    </>
  );
}

function ofLine({ body, chain, citation, note }: ClaimLine): VersionProps {
  return { body: looseOf(body), claimant: chain.at(-1)?.text ?? null, quote: citation.quote, note };
}

function ofContent(content: Content): VersionProps {
  const claimant = wordsAt(looseOf(listAt(content, 'chain').at(-1)), 'speaker');
  return { body: at(content, 'body'), claimant, quote: wordsAt(at(content, 'citation'), 'quote'), note: wordsAt(content, 'note') };
}
