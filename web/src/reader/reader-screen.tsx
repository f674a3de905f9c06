import { getRouteApi } from '@tanstack/react-router';
import { Waiting } from '../shell/index.ts';

const route = getRouteApi('/items/$item');

/** One item: its text, and the claims beside it. */
export function ReaderScreen() {
  const { item } = route.useParams();
  return <Waiting key={item} />;
}
