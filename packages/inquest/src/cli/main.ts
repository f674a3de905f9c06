import { CommanderError, Command as Program } from 'commander';
import { type Config, readConfig } from '../config.ts';
import { PROGRAM_VERSION } from '../version.ts';
import { type Command, type CommandCall, EXIT } from './command.ts';
import { COMMANDS } from './commands/index.ts';
import { createOutput, describeError, type OutputOptions, printError } from './output.ts';

/**
 * Runs one command and returns its exit code. Ctrl-C once lets the current item finish;
 * twice ends the process.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const interrupt = new AbortController();
  const onInterrupt = (): void => {
    if (interrupt.signal.aborted) process.exit(EXIT.interrupted);
    interrupt.abort();
  };
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onInterrupt);
  try {
    return await runProgram(argv, readConfig(), interrupt.signal);
  } finally {
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', onInterrupt);
  }
}

type Chosen = Readonly<Record<string, unknown>>;

async function runProgram(argv: readonly string[], config: Config, signal: AbortSignal): Promise<number> {
  let exit: number = EXIT.done;
  const program = createProgram();
  for (const command of COMMANDS) {
    addCommand(program, command, async (positional, local) => {
      exit = await runCommand(command, { positional, chosen: { ...program.opts(), ...local }, config, signal });
    });
  }
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exit;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.done;
    if (error.code === 'commander.help') program.outputHelp({ error: true });
    else printError(usageError(error), argv.includes('--json') ? 'json' : argv.includes('--jsonl') ? 'jsonl' : 'text');
    return EXIT.usage;
  }
}

function createProgram(): Program {
  return new Program('inquest')
    .description('Who claims what, since when, on what basis. Nothing leaves this computer.')
    .version(PROGRAM_VERSION)
    .option('--inquiry <dir>', 'folder of the inquiry (or INQUEST_INQUIRY; default: the working folder)')
    .option('--json', 'the result as one JSON document')
    .option('--jsonl', 'the result as one JSON object a line')
    .option('--dry-run', 'say what would be written and write nothing')
    .option('--quiet', 'no messages, no progress')
    .option('--yes', 'answer yes to every question')
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    .showHelpAfterError(false);
}

function usageError(error: CommanderError): Parameters<typeof printError>[0] {
  return {
    code: 'INQ-USAGE',
    what: error.message.replace(/^error: /, ''),
    why: 'The command line is not one this program knows.',
    do: 'Run `inquest --help`, or `inquest COMMAND --help`.',
  };
}

interface Given {
  readonly positional: readonly string[];
  readonly chosen: Chosen;
  readonly config: Config;
  readonly signal: AbortSignal;
}

/** Runs a command with what was given; a fault becomes three lines and its exit code. */
async function runCommand(command: Command, given: Given): Promise<number> {
  const { chosen, config } = given;
  const form = formOf(chosen);
  try {
    return await command.run(callOf(given, form));
  } catch (error) {
    const { exit, record } = describeError(error);
    printError(record, form);
    if (config.trace && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
    return exit;
  }
}

function callOf({ positional, chosen, config, signal }: Given, form: OutputOptions['form']): CommandCall {
  const option = (name: string): string | undefined => {
    const value = chosen[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    config,
    output: createOutput({ form, quiet: chosen['quiet'] === true, terminal: config.terminal }),
    inquiry: option('inquiry') ?? config.inquiry,
    dryRun: chosen['dryRun'] === true,
    yes: chosen['yes'] === true,
    positional,
    option,
    options: (name) => (Array.isArray(chosen[name]) ? chosen[name].filter((entry) => typeof entry === 'string') : []),
    flag: (name) => chosen[name] === true,
    signal,
  };
}

type Action = (positional: readonly string[], local: Chosen) => Promise<void>;

function addCommand(program: Program, command: Command, action: Action): void {
  const added = program.command(command.takes === undefined ? command.name : `${command.name} ${command.takes}`).description(command.does);
  for (const { flags, does, choices } of command.options ?? []) {
    const option = added.createOption(flags, does);
    if (choices !== undefined) option.choices([...choices]);
    added.addOption(option);
  }
  /* The global options are also taken after the command's name, where people type them. */
  for (const flags of ['--inquiry <dir>', '--json', '--jsonl', '--dry-run', '--quiet', '--yes']) {
    added.addOption(added.createOption(flags).hideHelp());
  }
  if (command.more !== undefined) added.addHelpText('after', `\n${command.more}`);
  added.exitOverride().configureOutput({ outputError: () => undefined });
  added.action(async (...received: unknown[]) => {
    const places = received.slice(0, -2).flat();
    await action(
      places.filter((place) => typeof place === 'string'),
      added.opts(),
    );
  });
}

function formOf(chosen: Chosen): OutputOptions['form'] {
  if (chosen['json'] === true) return 'json';
  return chosen['jsonl'] === true ? 'jsonl' : 'text';
}
