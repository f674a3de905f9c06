export { IntakeBoard, type IntakeWork } from './intake-board.ts';
export { type RunningServer, type ServerOptions, startServer } from './server.ts';
export { createVerifier } from './verifier.ts';
