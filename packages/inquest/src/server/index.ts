export type { IntakeDesk } from './intake-desk.ts';
export { type RunningServer, type ServerOptions, startServer } from './server.ts';
export type { Verifier } from './verifier.ts';
