export {
  type Answers,
  type Asking,
  addressOf,
  type ReadRoute,
  send,
  type Versioned,
  type WriteRoute,
  type Writing,
  type Written,
} from './client.ts';
export { type Connection, useConnection } from './connection.ts';
export { HttpProblem, NoAnswer } from './problem.ts';
export { ProgressProvider, useProgress } from './progress.tsx';
export { asked, askedPages, makeQueryClient } from './queries.ts';
