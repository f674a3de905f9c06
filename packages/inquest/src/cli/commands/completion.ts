import { InquestFault } from '../../kernel/index.ts';
import { type Command, EXIT } from '../command.ts';

const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** Prints a completion script made from the command table, so that the two cannot differ. */
export function completion(commands: () => readonly Command[]): Command {
  return {
    name: 'completion',
    does: 'prints a completion script for bash, zsh or fish',
    takes: '<shell>',
    more: 'Example: inquest completion bash >> ~/.bashrc',
    run: ({ positional, output }) => {
      const shell = SHELLS.find((known) => known === positional[0]);
      if (shell === undefined) {
        throw new InquestFault('INQ-USAGE', {
          what: `No completion for ${positional[0] ?? 'nothing'}.`,
          why: 'Scripts exist for bash, zsh and fish.',
          do: 'Run `inquest completion bash`, `zsh` or `fish`.',
        });
      }
      const script = SCRIPTS[shell](commands());
      output.document({ shell, script }, script);
      return Promise.resolve(EXIT.done);
    },
  };
}

const GLOBAL_FLAGS = ['--inquiry', '--json', '--jsonl', '--dry-run', '--quiet', '--yes', '--help'];

function flagsOf(command: Command): string[] {
  return (command.options ?? []).flatMap((option) => option.flags.split(/[ ,]+/).filter((word) => word.startsWith('--')));
}

const SCRIPTS: Record<(typeof SHELLS)[number], (commands: readonly Command[]) => string> = {
  bash: (commands) => {
    const cases = commands.map((command) => `    ${command.name}) words="${[...flagsOf(command), ...GLOBAL_FLAGS].join(' ')}" ;;`);
    return [
      '_inquest() {',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own syntax
      '  local current="${COMP_WORDS[COMP_CWORD]}" words',
      '  if [ "$COMP_CWORD" -eq 1 ]; then',
      `    COMPREPLY=($(compgen -W "${commands.map((command) => command.name).join(' ')}" -- "$current")); return`,
      '  fi',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own syntax
      '  case "${COMP_WORDS[1]}" in',
      ...cases,
      '  esac',
      '  case "$current" in -*) COMPREPLY=($(compgen -W "$words" -- "$current")) ;; *) COMPREPLY=($(compgen -f -- "$current")) ;; esac',
      '}',
      'complete -F _inquest inquest',
    ].join('\n');
  },
  zsh: (commands) =>
    [
      '#compdef inquest',
      '_inquest() {',
      '  local -a commands',
      `  commands=(${commands.map((command) => `'${command.name}:${command.does.replaceAll("'", '’').replaceAll(':', ' ')}'`).join(' ')})`,
      '  if (( CURRENT == 2 )); then _describe command commands; return; fi',
      '  case "$words[2]" in',
      ...commands.map((command) => `    ${command.name}) compadd -- ${[...flagsOf(command), ...GLOBAL_FLAGS].join(' ')} ;;`),
      '  esac',
      '  _files',
      '}',
      'compdef _inquest inquest',
    ].join('\n'),
  fish: (commands) =>
    commands
      .flatMap((command) => [
        `complete -c inquest -n __fish_use_subcommand -a ${command.name} -d '${command.does.replaceAll("'", '’')}'`,
        ...[...flagsOf(command), ...GLOBAL_FLAGS].map(
          (flag) => `complete -c inquest -n '__fish_seen_subcommand_from ${command.name}' -l ${flag.slice(2)}`,
        ),
      ])
      .join('\n'),
};
