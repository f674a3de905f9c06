import { useEffect, useState } from 'react';
import type { IntakeProgress } from '../../../packages/inquest/src/api-contract/index.ts';
import { keepPace, minutesLeft, type PaceSample } from './outcomes.ts';

/** Minutes to go at the pace of the last three; null until thirty seconds have shown one. */
export function useMinutesLeft(progress: IntakeProgress): number | null {
  const [samples, setSamples] = useState<readonly PaceSample[]>([]);
  useEffect(() => {
    setSamples((before) => keepPace(before, { at: performance.now(), read: progress.read }));
  }, [progress]);
  return minutesLeft(samples, progress.total);
}
