import { useEffect, useRef } from 'react';
import type { IntakeProgress } from '../../../packages/inquest/src/api-contract/index.ts';
import { useLanguage } from '../language/index.ts';
import { announce } from '../shell/index.ts';

/** No more often than this, or a long batch would talk over everything else (WCAG 4.1.3). */
const SPEAK_EVERY_MS = 10_000;

/** Says now and then how far the intake is, and once that it is done. */
export function useProgressSpeech(progress: IntakeProgress | null): void {
  const { t } = useLanguage();
  const spokenAt = useRef(Number.NEGATIVE_INFINITY);
  const wasRunning = useRef(false);
  useEffect(() => {
    if (!progress) return;
    const ended = wasRunning.current && !progress.running;
    wasRunning.current = progress.running;
    const now = performance.now();
    if (!ended && (!progress.running || now - spokenAt.current < SPEAK_EVERY_MS)) return;
    spokenAt.current = now;
    announce(t(ended ? 'intake.done' : 'intake.readOf', { read: progress.read, total: progress.total }));
  }, [progress, t]);
}
