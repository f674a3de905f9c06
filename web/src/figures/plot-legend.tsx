import type { ReactNode } from 'react';
import { type MessageId, useLanguage } from '../language/index.ts';

const KEYS: readonly { readonly words: MessageId; readonly width: number; readonly turns: boolean; readonly drawn: ReactNode }[] = [
  { words: 'plot.exact', width: 12, turns: false, drawn: <circle cx="6" cy="6" r="4" className="solid" /> },
  { words: 'plot.about', width: 12, turns: false, drawn: <circle cx="6" cy="6" r="4.5" /> },
  { words: 'plot.moreThan', width: 32, turns: true, drawn: <path d="M1 0v12M1 6h30m-5-4l5 4l-5 4" /> },
  { words: 'plot.noMoreThan', width: 32, turns: true, drawn: <path d="M31 0v12M31 6H1m5-4L1 6l5 4" /> },
  { words: 'plot.range', width: 32, turns: false, drawn: <path d="M1 2v8M31 2v8M1 6h30" /> },
  {
    words: 'plot.vague',
    width: 40,
    turns: false,
    drawn: (
      <>
        <path d="M14 6h12" />
        <path d="M2 6h12M26 6h12" strokeDasharray="2 4" />
      </>
    ),
  },
  {
    words: 'plot.originAndRepeat',
    width: 40,
    turns: true,
    drawn: (
      <>
        <path d="M8 6h18" className="thin" />
        <circle cx="8" cy="6" r="2.5" className="solid" />
        <circle cx="28" cy="6" r="2.5" className="hollow" />
      </>
    ),
  },
];

/** What the shapes of the plot mean. The table below needs none of them. */
export function PlotLegend() {
  const { t } = useLanguage();
  return (
    <p className="plot-legend" aria-hidden="true">
      {KEYS.map(({ words, width, turns, drawn }) => (
        <span key={words}>
          <svg width={width} height={12} className={turns ? 'shape turns' : 'shape'} aria-hidden="true">
            {drawn}
          </svg>
          {t(words)}
        </span>
      ))}
      <span>{t('plot.grey')}</span>
    </p>
  );
}
