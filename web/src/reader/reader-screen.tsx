import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { asked } from '../http/index.ts';
import { useTitle, Waiting } from '../shell/index.ts';
import { NoItem } from './item-states.tsx';
import { Reader } from './reader.tsx';

const route = getRouteApi('/items/$item');

/** One item: its text, and the claims beside it. */
export function ReaderScreen() {
  const { item } = route.useParams();
  const line = useQuery(asked('item', { values: { item } }));
  useTitle(item);
  if (line.data !== undefined) return <Reader key={item} item={line.data} />;
  if (line.error !== null) return <NoItem item={item} fault={line.error} again={() => void line.refetch()} />;
  return <Waiting />;
}
