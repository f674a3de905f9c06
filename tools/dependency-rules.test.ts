import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { cruise } from 'dependency-cruiser';
import { CRUISE_OPTIONS, dependencyRules } from './dependency-rules.ts';
import { ROOT_FILES, SHELLS, STAGES } from './stages.ts';

type Tree = Readonly<Record<string, string>>;

const src = (path: string) => `packages/inquest/src/${path}`;
/** A file that imports these. */
const imports = (...targets: readonly string[]) =>
  [...targets.map((target, n) => `import * as part${String(n)} from '${target}';`), 'export const here = 1;', ''].join('\n');
const importsType = (target: string) => `import type { Part } from '${target}';\nexport type Here = Part;\n`;

/** A small project that breaks no rule: every part exists and uses something it may. */
const CLEAN: Tree = {
  'package.json': JSON.stringify({
    type: 'module',
    dependencies: { kysely: '1', pg: '1', fastify: '1', commander: '1' },
    devDependencies: { vite: '1' },
  }),
  ...Object.fromEntries(
    ['kysely', 'pg', 'fastify', 'commander', 'vite', 'undeclared'].flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
      [`node_modules/${name}/index.js`, 'module.exports = {};\n'],
    ]),
  ),
  'packages/evidence-format/src/index.ts': imports('node:crypto', './merkle.ts'),
  'packages/evidence-format/src/merkle.ts': imports('node:crypto'),
  'tools/engines.ts': imports('../packages/inquest/src/adapters/index.ts'),
  'web/src/main.ts': imports('../../packages/inquest/src/api-contract/routes.ts', '../../packages/evidence-format/src/index.ts'),
  [src('kernel/index.ts')]: imports('node:crypto', './store.ts'),
  [src('kernel/store.ts')]: imports('kysely'),
  [src('api-contract/index.ts')]: imports('./routes.ts'),
  [src('api-contract/routes.ts')]: imports('../model/index.ts'),
  [src('model/index.ts')]: imports('../kernel/index.ts'),
  [src('access/index.ts')]: imports('../kernel/index.ts'),
  [src('ledger/index.ts')]: imports('../access/index.ts', './ledger-store.ts', '../../../evidence-format/src/index.ts'),
  [src('ledger/ledger-store.ts')]: imports('kysely', './event.ts'),
  [src('ledger/event.ts')]: imports('node:util'),
  [src('ledger/ledger.test.ts')]: imports('node:fs', './index.ts', '../../../../tools/engines.ts'),
  [src('custody/index.ts')]: imports('../ledger/index.ts'),
  [src('intake/index.ts')]: imports('../custody/index.ts'),
  [src('reading/index.ts')]: imports('../intake/index.ts'),
  [src('claims/index.ts')]: imports('../reading/index.ts', '../ledger/index.ts'),
  [src('adapters/index.ts')]: imports('node:fs', 'pg', 'kysely', '../custody/index.ts'),
  [src('worker/index.ts')]: imports('node:worker_threads', '../reading/index.ts'),
  [src('desk/index.ts')]: imports('../claims/index.ts', '../api-contract/index.ts'),
  [src('server/index.ts')]: imports('fastify', '../app.ts', '../desk/index.ts'),
  [src('cli/index.ts')]: imports('commander', '../app.ts', '../config.ts', '../server/index.ts'),
  [src('app.ts')]: imports('./adapters/index.ts', './worker/index.ts', './claims/index.ts'),
  [src('config.ts')]: imports('./kernel/index.ts'),
};

/** For each rule, files added to the clean tree that break it. */
const PLANTED: Readonly<Record<string, Tree>> = {
  ...Object.fromEntries(
    STAGES.map(({ folder }) => [`edges-of-${folder}`, { [src(`${folder}/planted.ts`)]: importsType('../adapters/index.ts') }]),
  ),
  ...Object.fromEntries(
    SHELLS.map(({ folder }) => [
      `edges-of-${folder}`,
      { [src(`${folder}/planted.ts`)]: imports('../elsewhere/index.ts'), [src('elsewhere/index.ts')]: imports('node:util') },
    ]),
  ),
  ...Object.fromEntries(ROOT_FILES.map(({ folder }) => [`edges-of-${folder}`, { [src(`${folder}.ts`)]: imports('./cli/index.ts') }])),
  'front-door': { [src('claims/planted.ts')]: importsType('../ledger/event.ts') },
  'front-door-from-outside': { 'tools/planted.ts': imports('../packages/inquest/src/ledger/event.ts') },
  'evidence-format-front-door': { [src('custody/planted.ts')]: imports('../../../evidence-format/src/merkle.ts') },
  'evidence-format-stands-alone': { 'packages/evidence-format/src/planted.ts': imports('commander') },
  'stages-do-no-io': { [src('intake/planted.ts')]: imports('node:fs/promises') },
  'crypto-in-few-places': { [src('claims/planted.ts')]: imports('node:crypto') },
  'sql-only-in-stores': { [src('claims/planted.ts')]: importsType('kysely') },
  'web-talks-http': { 'web/src/planted.ts': imports('../../packages/inquest/src/claims/index.ts') },
  'nothing-imports-the-page': { [src('server/planted.ts')]: imports('../../../../web/src/main.ts') },
  'no-tools-in-the-product': { [src('cli/planted.ts')]: imports('../../../../tools/engines.ts') },
  'no-test-in-production': { [src('ledger/planted.ts')]: imports('./ledger.test.ts') },
  'no-cycle': { [src('claims/one.ts')]: importsType('./other.ts'), [src('claims/other.ts')]: importsType('./one.ts') },
  'no-orphan': { [src('claims/planted.ts')]: 'export const alone = 1;\n' },
  'no-development-package-in-production': { [src('adapters/planted.ts')]: imports('vite') },
  'declared-packages-only': { [src('adapters/planted.ts')]: imports('undeclared') },
  resolvable: { [src('claims/planted.ts')]: imports('./nowhere.ts') },
  'only-in-adapters': { [src('server/planted.ts')]: imports('pg') },
  'only-in-server': { [src('cli/planted.ts')]: imports('fastify') },
  'only-in-cli': { [src('server/planted.ts')]: imports('commander') },
};

/** Names of the rules that a tree breaks. */
async function brokenBy(tree: Tree): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'inquest-rules-'));
  try {
    for (const [path, text] of Object.entries({ ...CLEAN, ...tree })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const ruleSet = { forbidden: [...dependencyRules()] };
    const { output } = await cruise(['packages', 'tools', 'web'], { ...CRUISE_OPTIONS, baseDir: folder, validate: true, ruleSet });
    assert(typeof output !== 'string');
    return output.summary.violations.map(({ rule }) => rule.name);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('a project that keeps the rules breaks none', async () => {
  assert.deepEqual(await brokenBy({}), []);
});

test('every rule is an error, says what to do, and has a planted violation', () => {
  for (const rule of dependencyRules()) {
    assert.equal(rule.severity, 'error', rule.name);
    assert.ok(rule.comment.length > 40, rule.name);
  }
  assert.deepEqual(
    dependencyRules()
      .map(({ name }) => name)
      .sort(),
    Object.keys(PLANTED).sort(),
  );
});

for (const [rule, tree] of Object.entries(PLANTED)) {
  test(`catches: ${rule}`, async () => {
    assert.ok((await brokenBy(tree)).includes(rule));
  });
}

test('a stage cannot import a type from a stage to its right', async () => {
  for (const [place, { folder }] of STAGES.entries()) {
    const right = STAGES[place + 1];
    if (right === undefined) continue;
    const broken = await brokenBy({ [src(`${folder}/planted.ts`)]: importsType(`../${right.folder}/index.ts`) });
    assert.ok(broken.includes(`edges-of-${folder}`), folder);
  }
});
