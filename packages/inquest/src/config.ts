import { availableParallelism } from 'node:os';

/**
 * The only reader of the environment. Everything else takes what it needs as arguments.
 */
export interface Config {
  /** Folder of the inquiry: `--inquiry`, else INQUEST_INQUIRY, else the working folder. */
  readonly inquiry: string;
  /** NO_COLOR honoured; colour only on a terminal. */
  readonly colour: boolean;
  /** Standard input and output are a terminal: prompts and moving progress are allowed. */
  readonly terminal: boolean;
  /** Readers working beside the main thread, 1 to 16. */
  readonly readers: number;
  readonly port: number;
  /** INQUEST_TRACE is set: faults are printed with where they came from. */
  readonly trace: boolean;
}

interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly workingFolder: string;
  readonly isTerminal: boolean;
  readonly processors: number;
}

const DEFAULT_PORT = 4750;
const MAX_READERS = 16;

/** Reads INQUEST_INQUIRY, INQUEST_READERS, INQUEST_PORT and NO_COLOR; odd values fall back to the default. */
export function readConfig(around: Surroundings = thisProcess()): Config {
  const { environment } = around;
  const readers = wholeNumber(environment['INQUEST_READERS']) ?? Math.max(1, around.processors - 1);
  return {
    inquiry: environment['INQUEST_INQUIRY'] ?? around.workingFolder,
    colour: around.isTerminal && (environment['NO_COLOR'] ?? '') === '',
    terminal: around.isTerminal,
    readers: Math.min(Math.max(readers, 1), MAX_READERS),
    port: wholeNumber(environment['INQUEST_PORT']) ?? DEFAULT_PORT,
    trace: environment['INQUEST_TRACE'] !== undefined,
  };
}

function thisProcess(): Surroundings {
  return {
    environment: process.env,
    workingFolder: process.cwd(),
    isTerminal: process.stderr.isTTY && process.stdout.isTTY,
    processors: availableParallelism(),
  };
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^[0-9]{1,5}$/.test(text) ? Number(text) : undefined;
}
