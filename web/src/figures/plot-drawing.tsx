import type { QuestionLine } from '../../../packages/inquest/src/api-contract/index.ts';
import { useLanguage } from '../language/index.ts';
import { FigureShape } from './figure-shape.tsx';
import { AXIS_HEIGHT, type Plot, type PlotRow, ROW } from './plot.ts';

/** Turns a distance from the inline start into one from the left edge. */
type Across = (distance: number) => number;

/** The plot in pixels of the page. Hidden from assistive technology: the table below is the same in words. */
export function PlotDrawing({ plot, question }: { readonly plot: Plot; readonly question: QuestionLine }) {
  const { t, direction } = useLanguage();
  const x: Across = direction === 'rtl' ? (distance) => plot.width - distance : (distance) => distance;
  return (
    <svg className="plot" width={plot.width} height={plot.height} aria-hidden="true">
      <text className="quiet" x={x(0)} y={16}>
        {t('plot.byDate')}
      </text>
      <Axis plot={plot} x={x} />
      {plot.arcs.map((arc) => {
        const [from, to] = [rowMiddle(arc.fromRow), rowMiddle(arc.toRow)];
        const [start, bulge] = [x(plot.columns.dots), x(plot.columns.dots + 14 + arc.lane * 6)];
        return (
          <path
            key={`${arc.from} ${arc.to}`}
            className={arc.proposed ? 'arc proposed' : 'arc'}
            d={`M${start} ${from}C${bulge} ${from} ${bulge} ${to} ${start} ${to}`}
          />
        );
      })}
      {plot.rows.map((row) => (
        <Row key={row.item} row={row} plot={plot} x={x} question={question} />
      ))}
    </svg>
  );
}

function rowMiddle(row: number): number {
  return AXIS_HEIGHT + row * ROW + ROW / 2;
}

function Axis({ plot, x }: { readonly plot: Plot; readonly x: Across }) {
  const { number } = useLanguage();
  return plot.scale.ticks.map((tick) => {
    const at = x(plot.columns.axis + tick.at);
    return (
      <g key={tick.value}>
        <path
          className={tick.lesser ? 'tick' : 'grid'}
          d={tick.lesser ? `M${at} ${AXIS_HEIGHT - 6}v4` : `M${at} ${AXIS_HEIGHT - 6}V${plot.height}`}
        />
        {tick.written && (
          <text className="quiet middle" x={at} y={16}>
            {number(tick.value)}
          </text>
        )}
      </g>
    );
  });
}

interface RowProps {
  readonly row: PlotRow;
  readonly plot: Plot;
  readonly x: Across;
  readonly question: QuestionLine;
}

/** Room a character of a name takes, to cut names before the dots. */
const CHARACTER = 6.8;

function Row({ row, plot, x }: RowProps) {
  const { t, date } = useLanguage();
  const { columns } = plot;
  const room = Math.floor((columns.dots - columns.who - 14) / CHARACTER);
  const line = row.at + 4;
  return (
    <g className={row.origin ? 'row' : 'row repeat'}>
      <path className="grid" d={`M${x(0)} ${row.at + ROW / 2}H${x(plot.width)}`} />
      {columns.item > 0 && (
        <text className="quiet" x={x(0)} y={line}>
          {cut(row.saidOn === null ? t('figures.undated') : date(row.saidOn).first, Math.floor(columns.item / 6.2))}
        </text>
      )}
      <text className="plot-id" x={x(columns.item)} y={line}>
        {isolated(row.item)}
      </text>
      <text className="who" x={x(columns.who)} y={line}>
        {isolated(cut(row.who, room))}
      </text>
      <circle className={row.origin ? 'node solid' : 'node hollow'} cx={x(columns.dots)} cy={row.at} r={2.5} />
      {row.marks.map((mark) => (
        <g key={mark.account} className={mark.origin ? 'figure' : 'figure repeat'}>
          <FigureShape drawn={mark.drawn} at={row.at} x={(distance) => x(columns.axis + distance)} />
          {mark.label !== null && (
            <text
              className={`label${mark.proposed ? ' proposed' : ''}${mark.label.end ? ' end' : ''}`}
              x={x(columns.axis + mark.label.at)}
              y={line}
            >
              {isolated(mark.label.words)}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

function cut(words: string, room: number): string {
  return words.length <= room ? words : `${words.slice(0, Math.max(1, room - 1))}…`;
}

/** Keeps a name's own direction inside the drawing's. */
function isolated(words: string): string {
  return `\u2068${words}\u2069`;
}
