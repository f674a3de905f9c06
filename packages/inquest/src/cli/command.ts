import type { Config } from '../config.ts';
import type { Output } from './output.ts';

/** One command of the command line. The table in commands/index.ts is the whole list. */
export interface Command {
  readonly name: string;
  /** One line for `--help`. */
  readonly does: string;
  /** Positional arguments as commander writes them: `<path...>`, `[item...]`. */
  readonly takes?: string;
  readonly options?: readonly CommandOption[];
  /** A longer text for `inquest NAME --help`: what is written, what the result holds. */
  readonly more?: string;
  run(call: CommandCall): Promise<number>;
}

export interface CommandOption {
  /** As commander writes it: `--reason <reason>`. */
  readonly flags: string;
  readonly does: string;
  /** The only values it takes; also offered by completion. */
  readonly choices?: readonly string[];
}

/** Everything a command is given. It returns the exit code. */
export interface CommandCall {
  readonly config: Config;
  readonly output: Output;
  readonly inquiry: string;
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly positional: readonly string[];
  readonly option: (name: string) => string | undefined;
  readonly options: (name: string) => readonly string[];
  readonly flag: (name: string) => boolean;
  /** Aborted by Ctrl-C: finish the current item, save, say how to go on. */
  readonly signal: AbortSignal;
}

export const EXIT = { done: 0, failed: 1, usage: 2, partly: 3, mismatch: 4, refused: 5, locked: 6, interrupted: 130 } as const;
