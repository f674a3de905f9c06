import { Link } from '@tanstack/react-router';
import { Fragment, useMemo } from 'react';
import type { FiguresLine, ItemLine, TextLine } from '../../../packages/inquest/src/api-contract/index.ts';
import { Id, T, useLanguage, Words } from '../language/index.ts';
import type { Entry } from './entry.ts';

export interface StripProps {
  readonly item: ItemLine;
  readonly text: TextLine | undefined;
  readonly figures: FiguresLine | undefined;
  readonly shown: readonly Entry[];
  readonly complete: boolean;
  readonly original: boolean;
  readonly onToggle: () => void;
}

/** Above the three panes: which item, which form of it, and how many claims stand at what. */
export function Strip({ item, text, figures, shown, complete, original, onToggle }: StripProps) {
  const { t } = useLanguage();
  return (
    <header className="strip">
      <div>
        <Id>{item.item ?? ''}</Id> <Words>{item.publisher ?? item.title ?? item.path}</Words>
      </div>
      <div className="mid muted">
        <span className="show">
          <FormButton current={!original} onToggle={onToggle} words={t('reader.text')} />
          {' · '}
          <FormButton current={original} onToggle={onToggle} words={t('reader.original')} /> <kbd>o</kbd>
        </span>
        {text !== undefined && <TextFacts text={text} />}
        <Derivation item={item} figures={figures} />
      </div>
      <div>{item.textLength !== null && <Counts shown={shown} complete={complete} />}</div>
    </header>
  );
}

function FormButton({ current, words, onToggle }: { readonly current: boolean; readonly words: string; readonly onToggle: () => void }) {
  return current ? (
    <b aria-current="true">{words}</b>
  ) : (
    <button type="button" className="linklike" onClick={onToggle}>
      {words}
    </button>
  );
}

function TextFacts({ text }: { readonly text: TextLine }) {
  const { t, number, languageName } = useLanguage();
  const count = useMemo(() => text.text.split(/\s+/u).filter((word) => word !== '').length, [text]);
  return (
    <>
      {' · '}
      {text.languages.map(languageName).join(t('list.comma'))}
      {' · '}
      {t('reader.words', { count, shown: number(count) })}
    </>
  );
}

/** Items this one rests on, and items in the figures that rest on it. */
function Derivation({ item, figures }: { readonly item: ItemLine; readonly figures: FiguresLine | undefined }) {
  const own = item.item ?? '';
  const repeatedBy = useMemo(() => {
    const reports = figures?.questions.flatMap((question) => question.accounts.flatMap((account) => account.via)) ?? [];
    return [...new Set(reports.filter((via) => via.derivesFrom === own).map((via) => via.item))].slice(0, MOST_LINKS);
  }, [figures, own]);
  return (
    <>
      {item.derivesFrom.length > 0 && (
        <>
          {' · '}
          <T id="reader.restsOn" values={{ items: <ItemLinks items={item.derivesFrom.slice(0, MOST_LINKS)} /> }} />
        </>
      )}
      {repeatedBy.length > 0 && (
        <>
          {' · '}
          <T id="reader.repeatedBy" values={{ items: <ItemLinks items={repeatedBy} /> }} />
        </>
      )}
    </>
  );
}
const MOST_LINKS = 4;

export function ItemLinks({ items }: { readonly items: readonly string[] }) {
  const { t } = useLanguage();
  return items.map((item, place) => (
    <Fragment key={item}>
      {place > 0 && t('list.comma')}
      {/^S-\d+$/.test(item) ? (
        <Link to="/items/$item" params={{ item }} className="nowrap">
          <bdi dir="ltr">{item}</bdi>
        </Link>
      ) : (
        <Words>{item.replace(/^name:/, '')}</Words>
      )}
    </Fragment>
  ));
}

function Counts({ shown, complete }: { readonly shown: readonly Entry[]; readonly complete: boolean }) {
  const { t, number } = useLanguage();
  const of = (status: Entry['status']) => shown.filter((entry) => entry.status === status).length;
  const [recorded, proposed, unsure] = [of('recorded'), of('proposed'), of('unsure')];
  const all = recorded + proposed + unsure;
  const parts = [
    t('reader.countRecorded', { count: recorded, shown: number(recorded) }),
    t('reader.countProposed', { count: proposed, shown: number(proposed) }),
    ...(unsure === 0 ? [] : [t('reader.countUnsure', { count: unsure, shown: number(unsure) })]),
  ];
  return (
    <>
      <b>{t('reader.claims', { count: all, shown: number(all) })}</b>{' '}
      <span className="muted">{complete ? `${t('reader.textOrder')} · ${parts.join(t('list.comma'))}` : t('reader.stillComing')}</span>
    </>
  );
}
