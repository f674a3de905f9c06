import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import type { ItemLine, TextLine } from '../../../packages/inquest/src/api-contract/index.ts';
import { HttpProblem } from '../http/index.ts';
import { useLanguage } from '../language/index.ts';
import { Status } from '../marks.tsx';
import { ProblemNotice } from '../shell/index.ts';
import { Card } from './card.tsx';
import { Actions, Reasons } from './card-actions.tsx';
import { CardDetails } from './card-details.tsx';
import { CardsHead } from './cards-head.tsx';
import { ClaimForm } from './claim-form.tsx';
import { Conflict } from './conflict.tsx';
import { contentOf } from './draft-content.ts';
import type { Entry } from './entry.ts';
import type { Relation } from './relation.ts';
import { NEW_ENTRY } from './use-decisions.ts';
import type { Desk } from './use-desk.ts';
import type { Selection } from './use-selection.ts';

export interface CardsProps {
  readonly item: ItemLine;
  readonly text: TextLine;
  readonly desk: Desk;
  readonly entries: readonly Entry[];
  /** The cards of the leaves that are drawn, among all that are shown. */
  readonly visible: readonly Entry[];
  readonly relations: ReadonlyMap<string, Relation>;
  readonly place: RefObject<HTMLDivElement | null>;
  readonly head: RefObject<HTMLDivElement | null>;
  readonly onShowText: () => void;
}

/** The claims in text order, each beside its passage: what a screen reader, a keyboard and a narrow page read. */
export function Cards({ place, head, entries, visible, relations, ...rest }: CardsProps) {
  const { t, direction } = useLanguage();
  const { selection, drafting } = rest.desk;
  useFocusFollows(place, selection);
  const places = new Map(selection.shown.map((entry, index) => [entry.key, index + 1]));
  const cards = visible.map((entry) => {
    const open = entry.key === selection.open;
    return {
      start: entry.start,
      node: (
        <Card
          key={entry.key}
          entry={entry}
          relation={relations.get(entry.key)}
          open={open}
          place={places.get(entry.key) ?? 0}
          of={selection.shown.length}
          onOpen={selection.selectKey}
        >
          {open && <OpenCard entry={entry} relation={relations.get(entry.key)} {...rest} />}
        </Card>
      ),
    };
  });
  if (drafting.newDraft !== null) cards.push({ start: drafting.newDraft.passage.start, node: <NewCard key={NEW_ENTRY} {...rest} /> });
  cards.sort((a, b) => a.start - b.start);
  return (
    <section className="cards" ref={place} aria-labelledby="cards-title" data-across={rest.text.direction !== direction}>
      <h2 id="cards-title" className="visually-hidden">
        {t('reader.claimsList')}
      </h2>
      <CardsHead place={head} entries={entries} further={selection.further} />
      <i className="conn" data-line hidden />
      <ol>{cards.map(({ node }) => node)}</ol>
      {cards.length === 0 && <p className="none muted">{t(entries.length === 0 ? 'reader.nothingProposed' : 'reader.nothingShown')}</p>}
    </section>
  );
}

/** Focus goes to the card that was opened, so that it is read out and its buttons come next; not on arrival, and not out of a form. */
function useFocusFollows(place: RefObject<HTMLElement | null>, { open, doing, steps }: Selection): void {
  const before = useRef('');
  useEffect(() => {
    const now = `${String(open)} ${doing}`;
    if (before.current === now) return;
    before.current = now;
    if (steps > 0 && doing === 'reading') place.current?.querySelector<HTMLElement>('.card.open .sentence')?.focus();
  }, [place, open, doing, steps]);
}

type OpenProps = Pick<CardsProps, 'item' | 'text' | 'desk' | 'onShowText'>;

/** What the open card holds: its details and buttons, the reasons, or the form. */
function OpenCard({ entry, relation, ...rest }: OpenProps & { readonly entry: Entry; readonly relation: Relation | undefined }): ReactNode {
  const { t } = useLanguage();
  const { selection, deciding, drafting, decisions } = rest.desk;
  const fault = decisions.faults.get(entry.key);
  const actions = { ...deciding, edit: drafting.edit, cancel: selection.back };
  if (selection.doing === 'form' && drafting.draft !== null) return <Form entry={entry} fault={fault} {...rest} />;
  return (
    <>
      <CardDetails entry={entry} relation={relation} />
      {fault !== undefined && <ProblemNotice fault={fault} />}
      {selection.doing === 'reasons' ? (
        <Reasons actions={actions} />
      ) : (
        <Actions entry={entry} actions={actions} hasDraft={drafting.hasDraft} />
      )}
      <button type="button" className="linklike show-text" onClick={rest.onShowText}>
        {t('card.showInText')}
      </button>
    </>
  );
}

function Form({ entry, item, text, desk, fault }: OpenProps & { readonly entry: Entry | null; readonly fault: unknown }) {
  const { drafting, decisions, selection } = desk;
  const draft = entry === null ? drafting.newDraft : drafting.draft;
  if (draft === null) return null;
  const cited = { item: item.item ?? '', sha256: text.sha256, text: text.text };
  const claim = entry?.claim?.claim;
  if (claim !== undefined && fault instanceof HttpProblem && fault.status === 412) {
    const mine = contentOf(draft, cited);
    return (
      <Conflict
        claim={claim}
        mine={mine}
        onMine={(version) => drafting.save(mine, version)}
        onTheirs={drafting.drop}
        onEdit={() => decisions.forget(entry?.key ?? '')}
      />
    );
  }
  return (
    <ClaimForm
      draft={draft}
      cited={cited}
      chooseKind={entry === null ? drafting.chooseKind : null}
      fault={fault}
      onChange={drafting.type}
      onSave={(content) => drafting.save(content)}
      onClose={selection.back}
      onDrop={drafting.drop}
    />
  );
}

/** A claim being made from a selection. */
function NewCard(props: OpenProps) {
  const { t } = useLanguage();
  const { selection, decisions } = props.desk;
  const open = selection.open === NEW_ENTRY;
  return (
    <li className={`card proposed new${open ? ' open' : ''}`} data-card={NEW_ENTRY} aria-current={open}>
      <div className="l1">
        <Status name="proposed">{t('card.new')}</Status>
      </div>
      <h3>
        <button type="button" className="plain sentence" aria-expanded={open} onClick={() => selection.selectKey(NEW_ENTRY)}>
          {t('card.newWhy')}
        </button>
      </h3>
      {open && <Form entry={null} fault={decisions.faults.get(NEW_ENTRY)} {...props} />}
    </li>
  );
}
