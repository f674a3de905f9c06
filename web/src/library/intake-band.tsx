import { useNavigate } from '@tanstack/react-router';
import { useId } from 'react';
import type { InquiryAnswer, IntakeProgress, ItemLine } from '../../../packages/inquest/src/api-contract/index.ts';
import { useLanguage } from '../language/index.ts';
import { BringIn } from './bring-in.tsx';
import { type Tally, tally } from './outcomes.ts';
import { Outcomes } from './outcomes-view.tsx';
import { useMinutesLeft } from './use-minutes-left.ts';

interface BandProps {
  readonly inquiry: InquiryAnswer;
  readonly progress: IntakeProgress | null;
  readonly items: readonly ItemLine[];
  /** The choice in the address; without one, the outcomes are open while something runs or needs a person. */
  readonly choice: 'open' | 'closed' | undefined;
}

/** What is coming in, and what became of everything that came. */
export function IntakeBand({ inquiry, progress, items, choice }: BandProps) {
  const { t } = useLanguage();
  const navigate = useNavigate({ from: '/' });
  const outcomes = useId();
  const sums = tally(inquiry.counts);
  const running = progress?.running === true;
  const open = (choice ?? (running || sums.kept + sums.refused + sums.waiting > 0 ? 'open' : 'closed')) === 'open';
  const turn = () => void navigate({ search: (now) => ({ ...now, intake: open ? 'closed' : 'open' }), replace: true, resetScroll: false });
  if (sums.received === 0 && !running) return <BringIn first />;
  return (
    <section className="intake" aria-label={t('intake.label')}>
      <header>
        <h2>{running ? t('intake.reading', { total: progress.total }) : t('intake.held', { count: sums.received })}</h2>
        <button type="button" className="linklike turn" aria-expanded={open} aria-controls={outcomes} onClick={turn}>
          {t(open ? 'intake.less' : 'intake.more')}
        </button>
        {running ? <Pace progress={progress} sums={sums} /> : <BringIn />}
      </header>
      {running && <Stages progress={progress} />}
      <div id={outcomes} hidden={!open}>
        <Outcomes sums={sums} items={items} />
      </div>
      {running && <BringIn />}
    </section>
  );
}

function Pace({ progress, sums }: { readonly progress: IntakeProgress; readonly sums: Tally }) {
  const { t } = useLanguage();
  const minutes = useMinutesLeft(progress);
  const parts = [
    t('intake.readOf', { read: progress.read, total: progress.total }),
    sums.kept > 0 ? t('intake.needPerson', { count: sums.kept }) : null,
    minutes === null ? null : t('intake.minutes', { minutes }),
  ];
  return <p className="muted">{parts.filter((part) => part !== null).join(' · ')}</p>;
}

const STAGES = ['received', 'preserved', 'read', 'proposals'] as const;

/** One line per stage: how many have passed it, of how many. Never drawn full before it is. */
function Stages({ progress }: { readonly progress: IntakeProgress }) {
  const { t, number } = useLanguage();
  return (
    <ol className="stages">
      {STAGES.map((stage) => (
        <li key={stage}>
          <span className="bar" style={{ '--done': `${share(progress[stage], progress.total)}%` }} />
          <b>{number(progress[stage])}</b>
          <span className="note">{t(`stage.${stage}`)}</span>
        </li>
      ))}
    </ol>
  );
}

function share(done: number, total: number): number {
  if (total === 0) return 0;
  return done >= total ? 100 : Math.min(99, Math.floor((done / total) * 100));
}
