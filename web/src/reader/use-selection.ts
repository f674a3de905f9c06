import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Entry, type Further, neighbour, shownEntries } from './entry.ts';
import { furtherOf } from './reader-search.ts';
import { NEW_ENTRY } from './use-decisions.ts';

const route = getRouteApi('/items/$item');

/** What the open card is doing besides being read. */
export type Doing = 'reading' | 'reasons' | 'form';

/** Which card is open and which there are. The address holds it; moving here writes nothing anywhere else. */
export interface Selection {
  readonly shown: readonly Entry[];
  readonly further: ReadonlySet<Further>;
  readonly selected: Entry | null;
  /** The key of the open card: an entry's, or `new` for a claim being made from a selection. */
  readonly open: string | null;
  readonly doing: Doing;
  /** Grows with every step a person takes here; 0 on arrival. */
  readonly steps: number;
  readonly setDoing: (doing: Doing) => void;
  readonly select: (entry: Entry | null) => void;
  /** Opens what the program has just answered with, before the lists have it. */
  readonly selectId: (id: { readonly claim?: string; readonly proposal?: string }) => void;
  readonly selectKey: (key: string) => void;
  readonly openNew: () => void;
  readonly move: (step: 1 | -1) => void;
  /** Keeps an entry's card even where its new status would hide it. */
  readonly keep: (key: string) => void;
  /** Closes what is open, step by step. */
  readonly back: () => void;
}

export function useSelection(entries: readonly Entry[]): Selection {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [doing, setDoing] = useState<Doing>('reading');
  const [onNew, setOnNew] = useState(false);
  const [steps, setSteps] = useState(0);
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const further = useMemo(() => furtherOf(search.filter), [search.filter]);
  const asked = useMemo(() => entries.find((entry) => isAsked(entry, search)) ?? null, [entries, search]);
  const shown = useMemo(
    () => shownEntries(entries, further, asked === null ? kept : new Set([...kept, asked.key])),
    [entries, further, kept, asked],
  );
  const selected = onNew ? null : asked;
  const newest = useRef(entries);
  useEffect(() => {
    newest.current = entries;
  }, [entries]);
  const selectId = useCallback<Selection['selectId']>(
    (id) => {
      setSteps((before) => before + 1);
      setDoing('reading');
      setOnNew(false);
      void navigate({
        search: ({ claim: _claim, proposal: _proposal, ...rest }) => ({ ...rest, ...id }),
        replace: true,
        resetScroll: false,
      });
    },
    [navigate],
  );
  const select = useCallback((entry: Entry | null) => selectId(entry === null ? {} : idOf(entry)), [selectId]);
  const openNew = useCallback(() => {
    setOnNew(true);
    setDoing('form');
  }, []);
  const selectKey = useCallback(
    (key: string) => (key === NEW_ENTRY ? openNew() : select(newest.current.find((entry) => entry.key === key) ?? null)),
    [select, openNew],
  );
  const back = () => {
    setSteps((before) => before + 1);
    if (onNew) setOnNew(false);
    else if (doing === 'reading') select(null);
    setDoing('reading');
  };
  return {
    shown,
    further,
    selected,
    open: onNew ? NEW_ENTRY : (selected?.key ?? null),
    doing,
    steps,
    setDoing,
    select,
    selectId,
    selectKey,
    openNew,
    back,
    keep: useCallback((key) => setKept((before) => new Set([...before, key])), []),
    move: (step) => {
      const to = neighbour(shown, selected?.key ?? null, step);
      if (to !== null) select(to);
    },
  };
}

interface Asked {
  readonly claim?: string | undefined;
  readonly proposal?: string | undefined;
}

function isAsked(entry: Entry, { claim, proposal }: Asked): boolean {
  return claim === undefined ? proposal !== undefined && entry.proposal?.id === proposal : entry.claim?.claim === claim;
}

function idOf(entry: Entry): { readonly claim?: string; readonly proposal?: string } {
  if (entry.claim !== null) return { claim: entry.claim.claim };
  return entry.proposal === null ? {} : { proposal: entry.proposal.id };
}
