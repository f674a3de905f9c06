export type { ReadingRequest } from './reading-message.ts';
export { createReadingPool, type ReadingPool, type ReadingPoolOptions } from './reading-pool.ts';
export { verifyInThread } from './verification.ts';
