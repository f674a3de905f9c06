import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useRef } from 'react';
import type { QuestionLine } from '../../../packages/inquest/src/api-contract/index.ts';
import { useKeys } from '../keys/index.ts';
import { useLanguage } from '../language/index.ts';
import { FigureTable } from './figure-table.tsx';
import { plotOf, reportsOf } from './plot.ts';
import { PlotDrawing } from './plot-drawing.tsx';
import { PlotLegend } from './plot-legend.tsx';
import { useWidth } from './use-width.ts';

const route = getRouteApi('/figures');

/** Who says how many, since when, repeated from whom: drawn, and the same as a table. */
export function PlotSection({ question }: { readonly question: QuestionLine }) {
  const { t, date } = useLanguage();
  const dateRoom = useMemo(() => roomFor(reportsOf(question).map(({ saidOn }) => date(saidOn).first)), [question, date]);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const place = useRef<HTMLElement>(null);
  const width = useWidth(place);
  const originsOnly = search.reports === 'origins';
  const linear = search.scale === 'linear';
  const plot = useMemo(
    () => (width === 0 ? null : plotOf(question, { width, scale: linear ? 'linear' : 'tenfold', originsOnly, character: 7, dateRoom })),
    [question, width, linear, originsOnly, dateRoom],
  );
  const showOrigins = (on: boolean) =>
    void navigate({
      search: ({ reports: _reports, ...rest }) => ({ ...rest, ...(on && { reports: 'origins' as const }) }),
      replace: true,
      resetScroll: false,
    });
  const showLinear = (on: boolean) =>
    void navigate({
      search: ({ scale: _scale, ...rest }) => ({ ...rest, ...(on && { scale: 'linear' as const }) }),
      replace: true,
      resetScroll: false,
    });
  useKeys([{ press: 'KeyT', shown: 't', label: 'keys.figures.toggle', group: 'list', run: () => showOrigins(!originsOnly) }]);
  const apart = question.comparison.some((pair) => pair.result === 'not_comparable');
  return (
    <section className="fig" id="figures">
      <header>
        <h2>{t('plot.title')}</h2>
        <Switch label={t('plot.scale')} on={linear} words={[t('plot.tenfold'), t('plot.linear')]} onSwitch={showLinear} />
        <Switch
          label={t('plot.reports')}
          on={originsOnly}
          words={[t('plot.all'), t('plot.originsOnly')]}
          shown="t"
          onSwitch={showOrigins}
        />
      </header>
      <PlotLegend />
      <figure ref={place} aria-hidden="true">
        {plot !== null && <PlotDrawing plot={plot} question={question} />}
      </figure>
      <p className="note caveat">
        {apart && `${t('plot.apart')} `}
        {t('plot.noMean')}
      </p>
      <h2 id="same-table">{t('plot.table')}</h2>
      <FigureTable question={question} originsOnly={originsOnly} />
    </section>
  );
}

/** Pixels for the longest date, within reason: the table has it whole. */
function roomFor(dates: readonly string[]): number {
  const longest = Math.max(0, ...dates.map((words) => words.length));
  return Math.min(160, Math.max(84, Math.ceil(longest * DATE_CHARACTER) + 12));
}
const DATE_CHARACTER = 6.2;

interface SwitchProps {
  readonly label: string;
  readonly on: boolean;
  readonly words: readonly [string, string];
  readonly shown?: string;
  readonly onSwitch: (on: boolean) => void;
}

function Switch({ label, on, words, shown, onSwitch }: SwitchProps) {
  return (
    <fieldset className="two">
      <legend className="visually-hidden">{label}</legend>
      <button type="button" className="linklike" aria-pressed={!on} onClick={() => onSwitch(false)}>
        {words[0]}
      </button>
      {shown === undefined ? <span className="muted"> · </span> : <kbd>{shown}</kbd>}
      <button type="button" className="linklike" aria-pressed={on} onClick={() => onSwitch(true)}>
        {words[1]}
      </button>
    </fieldset>
  );
}
