import type { CustodyAnswer } from '../../../packages/inquest/src/api-contract/index.ts';
import { T, useLanguage } from '../language/index.ts';

/**
 * Whether the bytes are still the bytes, in one sentence: since when, and when that was last
 * looked at. It says nothing about what the bytes say.
 */
export function CustodyLine({ custody }: { readonly custody: CustodyAnswer }) {
  const when = useWhen();
  const since = when(custody.receivedAt);
  const check = custody.lastCheck;
  if (check === null) return <T id="custody.notChecked" values={{ since }} />;
  const last = when(check.at);
  if (!check.same) {
    return (
      <span className="differ">
        <T id="custody.differs" values={{ since, last }} />
      </span>
    );
  }
  return <T id="custody.unchanged" values={{ since, last: isToday(check.at) ? <T id="custody.today" /> : last }} />;
}

/** A moment in words, day and time, in the interface's own calendar. */
export function useWhen(): (instant: string) => string {
  const { date, time, t } = useLanguage();
  return (instant) => t('date.withTime', { date: date(instant).first, time: time(instant) });
}

function isToday(instant: string): boolean {
  return instant.slice(0, 10) === new Date().toISOString().slice(0, 10);
}
