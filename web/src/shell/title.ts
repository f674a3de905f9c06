import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { asked } from '../http/index.ts';

/** Names the tab: the screen and the inquiry, never words of a source. */
export function useTitle(screen: string): void {
  const inquiry = useQuery(asked('inquiry')).data?.title;
  useEffect(() => {
    document.title = [screen, inquiry ?? 'Inquest'].join(' · ');
  }, [screen, inquiry]);
}
