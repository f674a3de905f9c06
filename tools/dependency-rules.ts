/**
 * Who may import whom, as rules for dependency-cruiser, generated from the list of
 * stages. Every rule is an error and tells the offender what to do instead.
 * dependency-rules.test.ts plants a violation of each.
 */
import { builtinModules } from 'node:module';
import type { ICruiseOptions, IRegularForbiddenRuleType } from 'dependency-cruiser';
import { ROOT_FILES, SHELLS, STAGES } from './stages.ts';

type Rule = IRegularForbiddenRuleType & { readonly name: string; readonly comment: string };

const SRC = '^packages/inquest/src/';
const TEST = '\\.test\\.ts$';
const STORES = ['/(store|tables)\\.ts$', '-(store|tables)\\.ts$'];

/** A second front door: the page takes addresses from here and only types from index.ts, so that it carries no zod. */
const ADDRESSES = `${SRC}api-contract/routes\\.ts$`;

const stageNames = STAGES.map(({ folder }) => folder);
const inStages = `${SRC}(${stageNames.join('|')})/`;

/** Built-in modules that only compute; all others reach the world outside. */
const PURE_BUILTINS = ['assert', 'assert/strict', 'buffer', 'crypto', 'string_decoder', 'url', 'util', 'zlib'];
/** Stages that hash or sign. */
const MAY_USE_CRYPTO = ['kernel', 'ledger', 'custody'];

/** Loads the language model afresh to keep memory level, which only `node:module` can do. */
const LOADS_A_MODEL = `${SRC}reading/tokens\\.ts$`;

/** npm packages with one home. `kysely` has its own rule, because stores use it too. */
const HOMES: readonly { readonly packages: string; readonly home: string }[] = [
  { packages: 'pg', home: 'adapters' },
  { packages: '(fastify|@fastify|fastify-type-provider-zod)', home: 'server' },
  { packages: 'commander', home: 'cli' },
];

function builtins(names: readonly string[]): string {
  return `^(node:)?(${names.join('|')})$`;
}

function npm(name: string): string {
  return `(^|/)node_modules/${name}(/|$)`;
}

/** Matches the folder, or the file at the root, that a part is. */
function part(name: string): string {
  return `${SRC}${name}(/|\\.ts$)`;
}

/** What each part may import: stages to its left, or for a shell what the list grants it. */
function grants(): { readonly name: string; readonly mayImport: readonly string[] }[] {
  return [
    ...stageNames.map((name, place) => ({ name, mayImport: stageNames.slice(0, place) })),
    ...[...SHELLS, ...ROOT_FILES].map(({ folder, enters, stages }) => ({
      name: folder,
      mayImport: [...(stages ?? stageNames), ...enters],
    })),
  ];
}

function edges(): Rule[] {
  return grants().map(({ name, mayImport }) => ({
    name: `edges-of-${name}`,
    comment: `${name} may import only ${['itself', 'evidence-format', ...mayImport].join(', ')}. Move what it needs to the left, or pass it in as an argument from app.ts. The order is tools/stages.ts; a new edge needs a decision record.`,
    severity: 'error',
    from: { path: part(name) },
    to: { path: SRC, pathNot: [name, ...mayImport].map(part) },
  }));
}

function homes(): Rule[] {
  return HOMES.map(({ packages, home }) => ({
    name: `only-in-${home}`,
    comment: `Only ${home}/ knows this package. Import what ${home}/index.ts offers, or take a plain value as an argument.`,
    severity: 'error',
    from: { path: '^(packages|web)/', pathNot: [`${SRC}${home}/`, TEST] },
    to: { path: npm(packages) },
  }));
}

const general: readonly Rule[] = [
  {
    name: 'front-door',
    comment:
      'Another folder is entered through its index.ts. Export what you need there, or ask whether it should leave the folder at all.',
    severity: 'error',
    from: { path: `${SRC}([^/]+)/` },
    to: { path: `${SRC}[^/]+/`, pathNot: [`${SRC}$1/`, `${SRC}[^/]+/index\\.ts$`] },
  },
  {
    name: 'front-door-from-outside',
    comment: 'Folders are entered through their index.ts from outside too. Export what you need there.',
    severity: 'error',
    from: { pathNot: [`${SRC}[^/]+/`] },
    to: { path: `${SRC}[^/]+/`, pathNot: [`${SRC}[^/]+/index\\.ts$`, ADDRESSES] },
  },
  {
    name: 'evidence-format-front-door',
    comment: 'Import packages/evidence-format/src/index.ts; its other files are its own.',
    severity: 'error',
    from: { pathNot: '^packages/evidence-format/' },
    to: { path: '^packages/evidence-format/', pathNot: '^packages/evidence-format/src/index\\.ts$' },
  },
  {
    name: 'evidence-format-stands-alone',
    comment:
      'evidence-format imports itself and node:crypto, nothing else, so that a stranger can audit it alone. Put the code in a stage.',
    severity: 'error',
    from: { path: '^packages/evidence-format/', pathNot: TEST },
    to: { pathNot: ['^packages/evidence-format/', builtins(['crypto'])] },
  },
  {
    name: 'stages-do-no-io',
    comment:
      'A stage computes; reading files, clocks, processes and sockets belongs in adapters/ or a shell. Take the result as an argument.',
    severity: 'error',
    from: { path: inStages, pathNot: [TEST, LOADS_A_MODEL] },
    to: { dependencyTypes: ['core'], pathNot: builtins(PURE_BUILTINS) },
  },
  {
    name: 'crypto-in-few-places',
    comment: `Only ${MAY_USE_CRYPTO.join(', ')}, evidence-format and the outside world hash or sign. Use what they export.`,
    severity: 'error',
    from: { path: inStages, pathNot: [`${SRC}(${MAY_USE_CRYPTO.join('|')})/`, TEST] },
    to: { path: builtins(['crypto']) },
  },
  {
    name: 'sql-only-in-stores',
    comment: 'SQL is written in *-store.ts and *-tables.ts of a stage and in adapters/. Move the query there and call it.',
    severity: 'error',
    from: { path: '^(packages|web)/', pathNot: [...STORES, `${SRC}adapters/`, TEST] },
    to: { path: npm('kysely') },
  },
  {
    name: 'web-talks-http',
    comment: 'The page imports evidence-format and api-contract through their index.ts and nothing else of ours. Ask the server over HTTP.',
    severity: 'error',
    from: { path: '^web/', pathNot: TEST },
    to: {
      path: '^(bin|packages|tools|examples)/',
      pathNot: ['^packages/evidence-format/src/index\\.ts$', `${SRC}api-contract/index\\.ts$`, ADDRESSES],
    },
  },
  {
    name: 'nothing-imports-the-page',
    comment: 'Programs outside web/ never import the page. Shapes that both need belong in api-contract.',
    severity: 'error',
    from: { pathNot: '^web/' },
    to: { path: '^web/' },
  },
  {
    name: 'no-tools-in-the-product',
    comment: 'tools/ serves developers and is not published. Move what the product needs into a stage or adapters/.',
    severity: 'error',
    from: { path: '^(bin|packages|web)/', pathNot: TEST },
    to: { path: '^(tools|testdata)/' },
  },
  {
    name: 'no-test-in-production',
    comment: 'A test file is imported by nothing. Move what is needed into a file of its own beside it.',
    severity: 'error',
    from: {},
    to: { path: TEST },
  },
  {
    name: 'no-cycle',
    comment: 'These files import each other in a circle, types included. Move what both need into a third file, to the left of both.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-orphan',
    comment: 'Nothing imports this file and it imports nothing. Delete it, or name it as an entry point in tools/dependency-rules.ts.',
    severity: 'error',
    from: { orphan: true, pathNot: [TEST, '\\.d\\.ts$', '\\.config\\.(js|ts)$', '^tools/bench/', '^web/public/'] },
    to: {},
  },
  {
    name: 'no-development-package-in-production',
    comment:
      'The published package installs only `dependencies`. Move the package there, if it is worth its weight; types alone are no problem.',
    severity: 'error',
    from: { path: '^(bin|packages)/', pathNot: TEST },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm', 'npm-optional'] },
  },
  {
    name: 'declared-packages-only',
    comment: 'This npm package is not in package.json. Add it with an exact version, or do without.',
    severity: 'error',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'undetermined'] },
  },
  {
    name: 'resolvable',
    comment: 'This import leads nowhere. Relative imports end in .ts.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true, pathNot: '^(node|virtual):' },
  },
];

/** Every rule, in the order a reader meets them. */
export function dependencyRules(): readonly Rule[] {
  return [...edges(), ...general, ...homes()];
}

/** How the tree is read: imports of types count, npm packages are not entered. */
export const CRUISE_OPTIONS: ICruiseOptions = {
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '(^|/)dist/' },
  tsPreCompilationDeps: true,
  builtInModules: { override: [...builtinModules], add: [] },
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'node', 'default', 'types'],
    extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.json'],
  },
};
