import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type LockedPackage, licenceProblems, type Manifest } from './licences.ts';

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, '..', name), 'utf8'));
}

test('everything we build on is permissive, pinned and runs nothing when installed', () => {
  // npm defines both shapes.
  const manifest = readJson('package.json') as Manifest;
  const lock = readJson('package-lock.json') as { packages: Record<string, LockedPackage> };
  assert.deepEqual(licenceProblems(manifest, lock.packages), []);
});

/** What one locked package comes to. */
function check(entry: LockedPackage, expected: RegExp | null): void {
  const [problem, ...others] = licenceProblems({}, { '': {}, 'node_modules/a/node_modules/@b/c': entry });
  assert.deepEqual(others, []);
  if (expected === null) assert.equal(problem, undefined);
  else assert.match(problem ?? '', expected);
}

test('licences are read as SPDX expressions', () => {
  check({ license: 'MIT' }, null);
  check({ license: '(GPL-3.0-only OR MIT)' }, null);
  check({ license: 'MIT AND GPL-3.0-only' }, /@b\/c: MIT AND GPL-3\.0-only is not on the list/);
  check({ license: 'AGPL-3.0-or-later' }, /not on the list/);
  check({ license: 'LGPL-2.1' }, /not on the list/);
  check({ license: 'SEE LICENSE IN LICENSE.md' }, /not on the list/);
  check({}, /declares no licence/);
});

test('some licences are enough for tools only', () => {
  check({ license: 'CC-BY-4.0', dev: true }, null);
  check({ license: 'CC-BY-4.0' }, /not on the list/);
});

test('a package that runs code when installed is a problem', () => {
  check({ license: 'MIT', hasInstallScript: true }, /runs code when it is installed/);
});

test('versions are exact in every group', () => {
  const problems = licenceProblems(
    { dependencies: { a: '^1.0.0' }, devDependencies: { b: '1.x' }, optionalDependencies: { c: '1.0.0' } },
    {},
  );
  assert.deepEqual(
    problems.map((problem) => problem.slice(0, 1)),
    ['a', 'b'],
  );
});
