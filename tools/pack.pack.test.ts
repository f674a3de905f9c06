/** The published package, as a stranger installs it: packed, put into an empty folder, used from its command line. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, before, test } from 'node:test';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'inquest-pack-'));
const inquiry = join(folder, 'karsa');
const material = ['northline-wire.html', 'harbour-dispatch.html', 'velmar-monitor.txt'].map((name) =>
  join(root, 'examples/karsa-1991', name),
);

/** As in a new terminal: nothing of npm's own variables, nothing of this project on the path. */
const environment = Object.fromEntries(
  Object.entries(process.env)
    .filter(([name]) => !/^(npm_|INIT_CWD$|NODE_)/i.test(name))
    .map(([name, value]) => [name, name === 'PATH' ? pathWithoutProject(value ?? '') : value]),
);

function pathWithoutProject(path: string): string {
  return path
    .split(delimiter)
    .filter((entry) => !entry.startsWith(root))
    .join(delimiter);
}

interface Run {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(command: string, args: readonly string[], cwd: string): Run {
  const shell = process.platform === 'win32';
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env: environment,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    shell,
  });
  return { exit: status, stdout, stderr };
}

/** Runs the installed command; it must succeed. */
function inquest(...args: readonly string[]): string {
  const { exit, stdout, stderr } = run('npx', ['inquest', ...args], folder);
  assert.equal(exit, 0, `inquest ${args.join(' ')}\n${stderr}`);
  return stdout;
}

function inquestJson(...args: readonly string[]): unknown {
  return JSON.parse(inquest('--inquiry', inquiry, '--json', ...args));
}

function inquestLines<Line>(...args: readonly string[]): Line[] {
  const lines = inquest('--inquiry', inquiry, '--jsonl', ...args).split('\n');
  // One object a line, in the shapes of api-contract, which its own tests hold.
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Line);
}

let packed: readonly string[] = [];

before(() => {
  const pack = run('npm', ['pack', '--json', '--pack-destination', folder], root);
  assert.equal(pack.exit, 0, pack.stderr);
  // What `npm pack --json` prints.
  const report = JSON.parse(pack.stdout.slice(pack.stdout.search(/^[[{]/m))) as
    | { filename: string; files: { path: string }[] }[]
    | Record<string, { filename: string; files: { path: string }[] }>;
  const [tarball] = Object.values(report);
  assert.ok(tarball);
  packed = tarball.files.map(({ path }) => path);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const install = run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', join(folder, tarball.filename)], folder);
  assert.equal(install.exit, 0, install.stderr);
});

after(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('holds the compiled program, the page and the sample, and no source', () => {
  for (const path of ['bin/inquest.js', 'dist/inquest/src/cli/main.js', 'dist/web/index.html', 'LICENSE', 'README.md']) {
    assert.ok(packed.includes(path), `${path} is missing`);
  }
  assert.ok(packed.some((path) => path.startsWith('examples/karsa-1991/')));
  assert.deepEqual(
    packed.filter((path) => /\.tsx?$|\.test\.|^(packages|tools|testdata|node_modules)\//.test(path)),
    [],
  );
});

test('from material to figures and verification, with the installed command', () => {
  const created = inquestJson('init', inquiry, '--title', 'Karsa') as { title: string; ledgerKey: string };
  assert.equal(created.title, 'Karsa');
  assert.match(created.ledgerKey, /\S/);

  const added = inquestLines<{ item: string; outcome: string }>('add', ...material);
  assert.equal(added.length, material.length);
  for (const { outcome } of added) assert.match(outcome, /^(extracted|partly)$/);

  const quantities = inquestLines<{ id: string; item: string; kind: string; start: number; end: number; quote: string }>(
    'proposals',
  ).filter(({ kind }) => kind === 'quantity');
  const [quantity] = quantities;
  assert.ok(quantity);
  const { text } = inquestJson('text', quantity.item) as { text: string };
  assert.equal(text.slice(quantity.start, quantity.end), quantity.quote);

  inquestJson('record', quantity.id);
  const figures = inquestJson('figures') as { questions: { accounts: { claim: string | null; proposal: string | null }[] }[] };
  const recorded = figures.questions.flatMap(({ accounts }) => accounts).filter(({ claim }) => claim !== null);
  assert.ok(recorded.length >= 1);

  const report = inquestJson('verify') as { objects: number; events: number; problems: unknown[] };
  assert.deepEqual(report.problems, []);
  assert.ok(report.objects >= material.length && report.events > material.length);
});

test('creates its sample inquiry from what the package carries', () => {
  const sample = join(folder, 'sample');
  inquest('sample', sample);
  const report = JSON.parse(inquest('--inquiry', sample, '--json', 'verify')) as { problems: unknown[] };
  assert.deepEqual(report.problems, []);
});
