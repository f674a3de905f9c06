/**
 * Runs a suite of tests on every engine a store can have: SQLite in a temporary folder and a
 * throw-away PostgreSQL cluster, which is made when first asked for, once per test process, and
 * removed at its end. Where there is no PostgreSQL the suite says so and counts as skipped.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, describe, test } from 'node:test';
import { dropPostgresSchema, openPostgres, openScratchSqlite, openSqlite } from '../packages/inquest/src/adapters/index.ts';
import type { Engine, Store } from '../packages/inquest/src/kernel/index.ts';

export interface TestEngine {
  readonly name: Engine;
  /** A new, empty database; closed and removed when the suite ends. */
  open(): Promise<Store>;
}

/** An unprivileged user: a PostgreSQL server refuses to run as root. */
const NOBODY = 65534;

/** `suite` registers its tests with node:test; it runs once per engine. */
export function forEachEngine(name: string, suite: (engine: TestEngine) => void): void {
  describe(`${name}, on SQLite`, () => {
    suite(sqliteEngine());
  });
  const binaries = postgresBinaries();
  if (binaries === null) {
    test(`${name}, on PostgreSQL`, (t) => {
      t.skip('no PostgreSQL server here: `apt-get install postgresql` brings one');
    });
    return;
  }
  describe(`${name}, on PostgreSQL`, () => {
    suite(postgresEngine(binaries));
  });
}

function sqliteEngine(): TestEngine {
  const folder = mkdtempSync(join(tmpdir(), 'inquest-sqlite-'));
  const stores: Store[] = [];
  after(async () => {
    for (const store of stores) await store.destroy();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    name: 'sqlite',
    open() {
      const store = stores.length === 0 ? openSqlite(join(folder, 'first.sqlite'), { mode: 'write' }) : openScratchSqlite();
      stores.push(store);
      return Promise.resolve(store);
    },
  };
}

let cluster: Promise<Cluster> | undefined;
let schemas = 0;

function postgresEngine(binaries: string): TestEngine {
  const opened: { readonly store: Store; readonly schema: string; readonly address: string }[] = [];
  after(async () => {
    for (const { store, schema, address } of opened) {
      await store.destroy();
      await dropPostgresSchema(address, schema);
    }
  });
  return {
    name: 'postgresql',
    async open() {
      cluster ??= startCluster(binaries);
      const { address } = await cluster;
      schemas++;
      const schema = `inquiry_${String(schemas)}`;
      const store = await openPostgres(address, { schema, mode: 'write' });
      opened.push({ store, schema, address });
      return store;
    },
  };
}

interface Cluster {
  readonly address: string;
}

async function startCluster(binaries: string): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'inquest-pg-'));
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chownSync(folder, NOBODY, NOBODY);
  const as = isRoot ? { uid: NOBODY, gid: NOBODY, cwd: folder } : { cwd: folder };
  const data = join(folder, 'data');
  process.once('exit', () => {
    spawnSync(join(binaries, 'pg_ctl'), ['stop', '-D', data, '-m', 'immediate', '-w'], { ...as, stdio: 'ignore' });
    rmSync(folder, { recursive: true, force: true });
  });
  execFileSync(join(binaries, 'initdb'), ['-D', data, '-U', 'inquest', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale=C'], {
    ...as,
    stdio: 'pipe',
  });
  const settings = ['fsync=off', 'full_page_writes=off', 'listen_addresses=', `unix_socket_directories=${folder}`, 'max_connections=50'];
  const server = spawn(join(binaries, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], {
    ...as,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await ready(server);
  // Read on, or the server's log would fill the pipe and stop it.
  server.stderr.resume();
  // Neither the server nor its log may keep the test process alive; its end is tied to the process's own.
  if (server.stderr instanceof Socket) server.stderr.unref();
  server.unref();
  return { address: `postgresql://inquest@/postgres?host=${encodeURIComponent(folder)}` };
}

async function ready(server: ChildProcess): Promise<void> {
  if (server.stderr === null) throw new Error('the PostgreSQL server has no log');
  const log: string[] = [];
  for await (const line of createInterface({ input: server.stderr })) {
    log.push(line);
    if (line.includes('ready to accept connections')) return;
  }
  throw new Error(`the PostgreSQL server did not start:\n${log.join('\n')}`);
}

/** The newest PostgreSQL server on this machine: in PATH, or where Debian puts them. */
function postgresBinaries(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...versions.map((version) => join(debian, version, 'bin'))];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ?? null;
}
