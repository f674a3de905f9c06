export { announce } from './announce.tsx';
export { useNarrow } from './appearance.ts';
export { Frame } from './frame.tsx';
export { Crashed, NotFound, ProblemNotice, Waiting } from './notices.tsx';
export { useTitle } from './title.ts';
export { AHEAD, useWindowRows } from './window-rows.ts';
