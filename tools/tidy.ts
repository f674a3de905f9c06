/**
 * What no other tool checks about the tree: names, sizes, documents. Pure functions
 * over a list of files, so that tidy.test.ts can plant what each of them must catch.
 */
import { dirname, join } from 'node:path/posix';
import { withCodeMap } from './code-map.ts';
import { FOLDERS, ROOT_FILES, SHELLS, STAGES } from './stages.ts';

export interface TreeFile {
  /** From the project's root, with `/`. */
  readonly path: string;
  readonly bytes: number;
  /** Empty for files that are not text. */
  readonly text: string;
}

export interface Finding {
  readonly rule: string;
  readonly where: string;
  /** What is wrong and what to do. */
  readonly says: string;
}

type Check = (files: readonly TreeFile[]) => Finding[];

const SRC = 'packages/inquest/src/';
const PARTS = [...STAGES, ...SHELLS].map(({ folder }) => folder);
const MAX_LINES = 400;
const MAX_README_LINES = 30;
const MAX_BYTES = 256 * 1024;

/** Names that say nothing about what a folder or file is for. */
const EMPTY_NAMES = ['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'manager', 'shared', 'lib', 'core'];
const KEBAB = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const CONVENTIONAL = /^([A-Z]+(\.md)?|Dockerfile)$/;
const ERRORS_GUIDE = 'docs/guides/errors.md';
/** The brackets keep these patterns from finding themselves. */
const UNFINISHED = [/\b(TOD[O]|FIXM[E]|XX[X])\b/, /not implement[e]d|stubb[e]d|for no[w]\b|placeholder tex[t]|lorem ipsu[m]/i];
const NOT_RUN = /\b(it|test|describe|suite)\.(ski[p]|onl[y]|tod[o])\b/;
const WAITING = /\bsetTimeou[t]\(|waitForTimeou[t]|\bslee[p]\(/;

const isCode = (path: string) => /\.(ts|tsx|js|mjs|css)$/.test(path);
const isTest = (path: string) => path.endsWith('.test.ts');
const isDocument = (path: string) => path.endsWith('.md');

function lineCount(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

/** A check that looks at one file at a time: says what is wrong with it, or null. */
function each(rule: string, says: (file: TreeFile) => string | null): Check {
  return (files) =>
    files.flatMap((file) => {
      const found = says(file);
      return found === null ? [] : [{ rule, where: file.path, says: found }];
    });
}

/** Folders and root files of the product are exactly those of tools/stages.ts. */
function partsAreListed(files: readonly TreeFile[]): Finding[] {
  const rule = 'parts-are-listed';
  const below = files.filter(({ path }) => path.startsWith(SRC)).map(({ path }) => path.slice(SRC.length));
  const onDisk = new Set(below.map((path) => path.split('/')[0] ?? ''));
  const listed = new Set([...PARTS, ...ROOT_FILES.map(({ folder }) => `${folder}.ts`)]);
  return [
    ...[...onDisk]
      .filter((name) => !listed.has(name))
      .map((name) => ({ rule, where: SRC + name, says: 'is not in tools/stages.ts; name it there, in its place, or move its files' })),
    ...[...listed]
      .filter((name) => !onDisk.has(name))
      .map((name) => ({ rule, where: SRC + name, says: 'is in tools/stages.ts and not on disk; a part that is not built is not listed' })),
  ];
}

/** Every folder at the root and below packages/ is named in the code map. */
function foldersAreNamed(files: readonly TreeFile[]): Finding[] {
  const folders = new Set(
    files
      .map(({ path }) => (/^packages\/[^/]+(?=\/)/.exec(path) ?? /^[^/.][^/]*(?=\/)/.exec(path))?.[0])
      .filter((folder) => folder !== undefined),
  );
  return [...folders]
    .filter((folder) => !FOLDERS.some((known) => known.folder === folder))
    .map((folder) => ({
      rule: 'folders-are-named',
      where: folder,
      says: 'is not in FOLDERS of tools/stages.ts; name it there or remove it',
    }));
}

function codeMapIsPresent(files: readonly TreeFile[]): Finding[] {
  const where = 'ARCHITECTURE.md';
  const text = files.find(({ path }) => path === where)?.text ?? '';
  const says = 'its code map is not that of tools/stages.ts; run `node tools/run.mjs write-code-map`';
  return text.includes('| `kernel` |') && withCodeMap(text) === text ? [] : [{ rule: 'code-map', where, says }];
}

function partsHaveFrontDoors(files: readonly TreeFile[]): Finding[] {
  const rule = 'front-doors';
  const byPath = new Map(files.map((file) => [file.path, file]));
  return PARTS.flatMap((part) => {
    const readme = byPath.get(`${SRC}${part}/README.md`);
    const where = SRC + part;
    return [
      ...(byPath.has(`${SRC}${part}/index.ts`) ? [] : [{ rule, where, says: 'has no index.ts; export by name what others may use' }]),
      ...(readme === undefined
        ? [{ rule, where, says: 'has no README.md; say its purpose, invariants and what is absent on purpose' }]
        : []),
      ...(readme !== undefined && lineCount(readme.text) > MAX_README_LINES
        ? [{ rule, where: readme.path, says: `is longer than ${String(MAX_README_LINES)} lines; move details beside the code` }]
        : []),
    ];
  });
}

const CODE = /\bINQ(?:-[A-Z0-9]+)+\b/g;
/** A refusal carries the code of its slice, in lower case and without the prefix. */
const REFUSAL = /\brefuse[A-Za-z]*\(\s*'([a-z0-9-]+)'/g;

/** Every code a person may meet stands in the guide, and the guide names no others. */
function codesAreDocumented(files: readonly TreeFile[]): Finding[] {
  const rule = 'codes-are-documented';
  const documented = new Set(files.find(({ path }) => path === ERRORS_GUIDE)?.text.match(CODE) ?? []);
  const sources = files.filter(({ path }) => /^(bin|packages)\//.test(path) && isCode(path) && !isTest(path));
  const refusals = (text: string) => [...text.matchAll(REFUSAL)].map((match) => `INQ-${(match[1] ?? '').toUpperCase()}`);
  const used = new Map(
    sources.flatMap(({ path, text }) => [...(text.match(CODE) ?? []), ...refusals(text)].map((code) => [code, path] as const)),
  );
  const isNamed = (code: string) =>
    used.has(code) || sources.some(({ text }) => text.includes(`'${code.slice('INQ-'.length).toLowerCase()}'`));
  return [
    ...[...used]
      .filter(([code]) => !documented.has(code))
      .map(([code, where]) => ({ rule, where, says: `${code} is not in ${ERRORS_GUIDE}; say there what it means and what to do` })),
    ...[...documented]
      .filter((code) => !isNamed(code))
      .map((code) => ({ rule, where: ERRORS_GUIDE, says: `${code} is used nowhere; remove it` })),
  ];
}

function linksResolve(files: readonly TreeFile[]): Finding[] {
  const paths = files.map(({ path }) => path);
  const exists = (target: string) => paths.some((path) => path === target || path.startsWith(`${target}/`));
  return files
    .filter(({ path }) => isDocument(path))
    .flatMap(({ path, text }) =>
      [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)]
        .map((match) => match[1] ?? '')
        .filter((link) => !/^([a-z]+:|#)/.test(link))
        .filter((link) => !exists(join(dirname(path), link.replace(/#.*/, '')).replace(/\/$/, '')))
        .map((link) => ({ rule: 'links-resolve', where: path, says: `leads to ${link}, which is not there` })),
    );
}

function withoutCode(markdown: string): string {
  return markdown.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
}

const CHECKS: readonly Check[] = [
  partsAreListed,
  foldersAreNamed,
  codeMapIsPresent,
  partsHaveFrontDoors,
  codesAreDocumented,
  linksResolve,
  each('names-say-something', ({ path }) => {
    const empty = path.split('/').find((name) => EMPTY_NAMES.includes(name.replace(/\..*/, '')));
    return empty === undefined ? null : `"${empty}" says nothing; name it after what it holds`;
  }),
  each('kebab-case', ({ path }) => {
    if (path.startsWith('testdata/')) return null;
    const odd = path.split('/').find((name) => !KEBAB.test(name) && !CONVENTIONAL.test(name));
    return odd === undefined ? null : `"${odd}" is not kebab-case`;
  }),
  each('readable-in-one-sitting', ({ path, text }) =>
    isCode(path) && !isTest(path) && lineCount(text) > MAX_LINES
      ? `has ${String(lineCount(text))} lines, more than ${String(MAX_LINES)}; it is more than one subject`
      : null,
  ),
  each('no-large-files', ({ path, bytes }) =>
    bytes > MAX_BYTES && !/^(testdata|web\/public)\//.test(path)
      ? `is ${String(Math.ceil(bytes / 1024))} KiB, more than ${String(MAX_BYTES / 1024)}; only testdata/ and web/public/ hold large files`
      : null,
  ),
  each('one-title', ({ path, text }) =>
    isDocument(path) && (withoutCode(text).match(/^# /gm) ?? []).length !== 1 ? 'must have exactly one first-level heading' : null,
  ),
  each('finished', ({ path, text }) => {
    if (!isCode(path) && !isDocument(path)) return null;
    const found = UNFINISHED.map((words) => words.exec(text)?.[0]).find((words) => words !== undefined);
    return found === undefined ? null : `says "${found}"; finish it, or leave it out`;
  }),
  each('every-test-runs', ({ path, text }) => {
    const found = isTest(path) ? NOT_RUN.exec(text)?.[0] : undefined;
    return found === undefined
      ? null
      : `has ${found}; repair or delete the test; where a machine lacks something, skip inside it with the reason`;
  }),
  each('no-waiting-in-tests', ({ path, text }) => {
    const found = isTest(path) ? WAITING.exec(text)?.[0] : undefined;
    return found === undefined ? null : `waits by time (${found}); wait for what you need to happen`;
  }),
];

/** All findings, in the order of the checks; an empty list means that the tree is tidy. */
export function untidy(files: readonly TreeFile[]): readonly Finding[] {
  return CHECKS.flatMap((check) => check(files));
}
