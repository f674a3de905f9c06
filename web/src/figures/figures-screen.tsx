import { Waiting } from '../shell/index.ts';

/** Questions and the accounts that answer them. */
export function FiguresScreen() {
  return <Waiting />;
}
