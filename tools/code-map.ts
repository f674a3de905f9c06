import { FOLDERS, ROOT_FILES, SHELLS, STAGES, type Stage } from './stages.ts';

const BEGIN = '<!-- code map: written by `node tools/run.mjs write-code-map` from tools/stages.ts -->';
const END = '<!-- end of code map -->';

/** The code map of ARCHITECTURE.md: every folder and what it does, stages in their order. */
export function codeMap(): string {
  return [
    table('Folder', FOLDERS),
    '`packages/inquest/src/`, the inquiry in reading order; each stage imports only stages above it:',
    table('Stage', STAGES),
    'The outside world, which stages never import:',
    table('Shell', [...SHELLS, ...ROOT_FILES.map(({ folder, does }) => ({ folder: `${folder}.ts`, does }))]),
  ].join('\n\n');
}

/** The document with the present code map between its two marks; unchanged when it has no marks. */
export function withCodeMap(document: string): string {
  const begin = document.indexOf(BEGIN);
  const end = document.indexOf(END);
  if (begin === -1 || end < begin) return document;
  return `${document.slice(0, begin)}${BEGIN}\n\n${codeMap()}\n\n${document.slice(end)}`;
}

function table(heading: string, rows: readonly Stage[]): string {
  return [`| ${heading} | Does |`, '|---|---|', ...rows.map(({ folder, does }) => `| \`${folder}\` | ${does} |`)].join('\n');
}
