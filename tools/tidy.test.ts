import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { FAULTS } from '../packages/inquest/src/kernel/index.ts';
import { PROGRAM_VERSION } from '../packages/inquest/src/version.ts';
import { codeMap, withCodeMap } from './code-map.ts';
import { FOLDERS, ROOT_FILES, SHELLS, STAGES } from './stages.ts';
import { type TreeFile, untidy } from './tidy.ts';

const root = join(import.meta.dirname, '..');
const NOT_OURS = ['.git', 'node_modules', 'dist', '.cache', '.inquest', 'coverage'];
const IS_TEXT = /\.(ts|tsx|js|mjs|css|md|json|html|txt|svg)$/;

function filesBelow(folder: string): TreeFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (NOT_OURS.includes(entry.name)) return [];
    if (entry.isDirectory()) return filesBelow(path);
    const content = readFileSync(join(root, path));
    return [{ path, bytes: content.length, text: IS_TEXT.test(path) ? content.toString('utf8') : '' }];
  });
}

test('the tree is tidy', () => {
  const findings = untidy(filesBelow('')).map(({ rule, where, says }) => `${rule}: ${where} ${says}`);
  assert.deepEqual(findings, []);
});

test('every fault code is in the guide to errors, with its exit code and HTTP status', () => {
  const guide = readFileSync(join(root, 'docs/guides/errors.md'), 'utf8');
  for (const [code, { exit, http }] of Object.entries(FAULTS)) assert.ok(guide.includes(`| \`${code}\` | ${exit} | ${http} |`), code);
});

test('the program and its package have one version', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  assert.equal(PROGRAM_VERSION, version);
});

const EMPTY_MAP = '<!-- code map: written by `node tools/run.mjs write-code-map` from tools/stages.ts --><!-- end of code map -->';
const file = (path: string, text = ''): TreeFile => ({ path, bytes: text.length, text });

/** Keeps what is planted from being found in this file. */
const joined = (...parts: readonly string[]) => parts.join('');

/** The smallest tree without a finding. */
const CLEAN: readonly TreeFile[] = [
  ...FOLDERS.map(({ folder }) => file(`${folder}/readme.txt`)),
  ...[...STAGES, ...SHELLS].flatMap(({ folder }) => [
    file(`packages/inquest/src/${folder}/index.ts`),
    file(`packages/inquest/src/${folder}/README.md`, `# ${folder}\n`),
  ]),
  ...ROOT_FILES.map(({ folder }) => file(`packages/inquest/src/${folder}.ts`)),
  file('ARCHITECTURE.md', withCodeMap(`# Architecture\n${EMPTY_MAP}\n`)),
  file('docs/guides/errors.md', '# Errors\n'),
];

/** Added to the clean tree, or put in place of one of its files, each must give the finding. */
const PLANTED: readonly { readonly rule: string; readonly what: string; readonly plant: TreeFile }[] = [
  { rule: 'parts-are-listed', what: 'a folder nobody listed', plant: file('packages/inquest/src/extras/index.ts') },
  { rule: 'parts-are-listed', what: 'a file at the root of src', plant: file('packages/inquest/src/other.ts') },
  { rule: 'folders-are-named', what: 'a folder at the root', plant: file('scripts/run.sh') },
  { rule: 'folders-are-named', what: 'a third package', plant: file('packages/third/index.ts') },
  { rule: 'code-map', what: 'a code map of another day', plant: file('ARCHITECTURE.md', `# A\n${EMPTY_MAP}\n`) },
  { rule: 'code-map', what: 'no code map', plant: file('ARCHITECTURE.md', '# A\n') },
  { rule: 'front-doors', what: 'a long README', plant: file('packages/inquest/src/claims/README.md', `# claims\n${'line\n'.repeat(30)}`) },
  { rule: 'codes-are-documented', what: 'an unknown code', plant: file('bin/start.js', "fail('INQ-ODD');") },
  {
    rule: 'codes-are-documented',
    what: 'an unknown refusal',
    plant: file('packages/inquest/src/claims/odd.ts', "return refuse('odd-thing', {});"),
  },
  { rule: 'codes-are-documented', what: 'a code nobody uses', plant: file('docs/guides/errors.md', '# Errors\nINQ-GONE\n') },
  { rule: 'links-resolve', what: 'a dead link', plant: file('README.md', '# Inquest\n[gone](docs/gone.md#part)\n') },
  { rule: 'names-say-something', what: 'an empty folder name', plant: file('tools/utils/strings.ts') },
  { rule: 'names-say-something', what: 'an empty file name', plant: file('web/helpers.test.ts') },
  { rule: 'kebab-case', what: 'a camel-case file', plant: file('web/claimList.ts') },
  { rule: 'readable-in-one-sitting', what: 'a long file', plant: file('tools/long.ts', 'x;\n'.repeat(401)) },
  { rule: 'no-large-files', what: 'a large file', plant: { path: 'docs/large.png', bytes: 300 * 1024, text: '' } },
  { rule: 'one-title', what: 'two titles', plant: file('docs/two.md', '# One\n# Two\n') },
  { rule: 'one-title', what: 'no title', plant: file('docs/none.md', 'text\n') },
  { rule: 'finished', what: 'a note to self', plant: file('tools/later.ts', `// ${joined('TO', 'DO')} rest\n`) },
  { rule: 'finished', what: 'a promise', plant: file('docs/later.md', `# Later\n${joined('Not imple', 'mented')} yet.\n`) },
  { rule: 'every-test-runs', what: 'a skipped test', plant: file('tools/x.test.ts', `test.${joined('sk', 'ip')}('x');`) },
  { rule: 'every-test-runs', what: 'a lonely test', plant: file('tools/x.test.ts', `test.${joined('on', 'ly')}('x');`) },
  { rule: 'no-waiting-in-tests', what: 'a test that sleeps', plant: file('tools/x.test.ts', `${joined('setTime', 'out')}(done, 5);`) },
];

function rulesBroken(files: readonly TreeFile[]): string[] {
  return untidy(files).map(({ rule }) => rule);
}

test('a clean tree has no findings', () => {
  assert.deepEqual(untidy(CLEAN), []);
});

for (const { rule, what, plant } of PLANTED) {
  test(`${rule} catches ${what}`, () => {
    const files = [...CLEAN.filter(({ path }) => path !== plant.path), plant];
    assert.deepEqual(rulesBroken(files), [rule]);
  });
}

test('front-doors and parts-are-listed catch a part that is missing', () => {
  const without = CLEAN.filter(({ path }) => !path.startsWith('packages/inquest/src/claims/'));
  assert.deepEqual(new Set(rulesBroken(without)), new Set(['parts-are-listed', 'front-doors']));
});

test('links inside code, to headings and to the web are left alone', () => {
  const text = '# A\n[a](#b) [c](https://example.org) `[d](e)`\n```\n# not a title\n[f](g)\n```\n[h](docs/guides/errors.md)\n';
  assert.deepEqual(rulesBroken([...CLEAN, file('README.md', text)]), []);
});

test('the code map names every stage in order', () => {
  const places = STAGES.map(({ folder }) => codeMap().indexOf(`| \`${folder}\` |`));
  assert.ok(places.every((place, n) => place > (places[n - 1] ?? 0)));
});
