import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import type { IntakeProgress } from '../../../packages/inquest/src/api-contract/index.ts';
import { ROUTES } from '../../../packages/inquest/src/api-contract/routes.ts';
import { get } from './client.ts';
import { reportConnection } from './connection.ts';

const ProgressContext = createContext<IntakeProgress | null>(null);

/** How far the running intake is; null until the program has said. One stream serves the whole page. */
export function useProgress(): IntakeProgress | null {
  return use(ProgressContext);
}

/** How long to wait before asking for a stream that the browser has given up. */
const REOPEN_MS = 3000;

/**
 * Listens to the program for as long as the page is open. The stream begins with the present
 * state, so a reload in the middle of a batch shows it where it is. When a batch ends, every
 * list is asked for anew.
 */
export function ProgressProvider({ children }: { readonly children: ReactNode }) {
  const [progress, setProgress] = useState<IntakeProgress | null>(null);
  const client = useQueryClient();
  useEffect(() => {
    let wasRunning = false;
    let wasLost = false;
    let reopening: ReturnType<typeof setTimeout> | undefined;
    let stream = open();

    function open(): EventSource {
      const source = new EventSource(ROUTES.progress);
      source.addEventListener('progress', (event: MessageEvent<string>) => {
        // The server sends each event in the shape of api-contract.
        const next = JSON.parse(event.data) as IntakeProgress;
        if (wasRunning && !next.running) void client.invalidateQueries();
        wasRunning = next.running;
        setProgress(next);
      });
      source.onopen = () => {
        reportConnection('up');
        if (wasLost) void client.invalidateQueries();
        wasLost = false;
      };
      source.onerror = () => {
        wasLost = true;
        // Tells a stopped program from a key that no longer opens it; the answer itself is not needed.
        void get('inquiry').catch(() => undefined);
        if (source.readyState !== EventSource.CLOSED) return;
        reopening = setTimeout(() => {
          stream = open();
        }, REOPEN_MS);
      };
      return source;
    }

    return () => {
      clearTimeout(reopening);
      stream.close();
    };
  }, [client]);
  return <ProgressContext value={progress}>{children}</ProgressContext>;
}
