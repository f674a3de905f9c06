import assert from 'node:assert/strict';
import { chmod, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, it } from 'node:test';
import { inquest } from '../../../../tools/run-inquest.ts';

/** What was done to a copy of an inquiry behind the program's back, and what `verify` must say of it. */
interface Tampering {
  readonly name: string;
  readonly code: RegExp;
  /** What the place must name. */
  readonly where: RegExp;
  readonly tamper: (dir: string) => Promise<void> | void;
}

/** Opens the database without the program and without its triggers. */
function onDatabase(dir: string, ...statements: readonly string[]): void {
  const database = new DatabaseSync(join(dir, 'inquest.sqlite'));
  const triggers = database.prepare("select name from sqlite_master where type = 'trigger'").all();
  for (const { name } of triggers) database.exec(`drop trigger "${String(name)}"`);
  for (const statement of statements) database.exec(statement);
  database.close();
}

async function anObject(dir: string): Promise<string> {
  const objects = join(dir, 'objects');
  const [folder = ''] = (await readdir(objects)).filter((name) => /^[0-9a-f]{2}$/.test(name)).sort();
  const [name = ''] = await readdir(join(objects, folder));
  return join(objects, folder, name);
}

const TAMPERINGS: readonly Tampering[] = [
  {
    name: 'a flipped byte in an object',
    code: /^object-differs$/,
    where: /S-\d+.*objects/,
    tamper: async (dir) => {
      const path = await anObject(dir);
      const bytes = await readFile(path);
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
      await chmod(path, 0o600);
      await writeFile(path, bytes);
    },
  },
  { name: 'a missing object', code: /^object-missing$/, where: /S-\d+.*objects/, tamper: async (dir) => rm(await anObject(dir)) },
  {
    name: 'a changed event row',
    code: /./,
    where: /\b5\b/,
    tamper: (dir) => {
      onDatabase(
        dir,
        "update ledger_event set leaf = cast(replace(cast(leaf as text), 'person-owner', 'person-other') as blob) where idx = 5",
      );
    },
  },
  {
    name: 'a missing event row',
    code: /missing/,
    where: /\b6\b/,
    tamper: (dir) => {
      onDatabase(dir, 'delete from ledger_event where idx = 6');
    },
  },
  {
    name: 'two event rows in each other’s place',
    code: /./,
    where: /\b7\b|\b8\b/,
    tamper: (dir) => {
      onDatabase(
        dir,
        'update ledger_event set idx = -1 where idx = 7',
        'update ledger_event set idx = 7 where idx = 8',
        'update ledger_event set idx = 8 where idx = -1',
      );
    },
  },
  {
    name: 'an extra event row',
    code: /./,
    where: /\d/,
    tamper: (dir) => {
      onDatabase(
        dir,
        `insert into ledger_event select (select max(idx) + 1 from ledger_event), '0190a3c4-7b5e-7c11-8d21-3f6a5b4c2d10', type, compartment, leaf, leaf_hash from ledger_event where idx = 3`,
      );
    },
  },
  {
    name: 'a changed payload',
    code: /payload/,
    where: /\b4\b/,
    tamper: (dir) => {
      onDatabase(dir, "update ledger_payload set payload = cast(replace(cast(payload as text), 'txt', 'doc') as blob) where idx = 4");
    },
  },
];

describe('what was changed behind the program’s back', () => {
  let folder = '';
  let sample = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'inquest-tamper-'));
    sample = join(folder, 'sample');
    assert.equal((await inquest(['sample', sample, '--quiet'])).exit, 0);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  for (const { name, code, where, tamper } of TAMPERINGS) {
    it(`verify finds, names and places ${name}`, async () => {
      const copy = join(folder, name.replaceAll(/\W+/g, '-'));
      await cp(sample, copy, { recursive: true });
      await tamper(copy);
      const run = await inquest(['verify', '--json', '--quiet', '--inquiry', copy]);
      assert.equal(run.exit, 4, run.stdout);
      const { problems } = JSON.parse(run.stdout) as { problems: { code: string; what: string; where: string }[] };
      assert.ok(
        problems.some((problem) => code.test(problem.code) && where.test(problem.where) && problem.what !== ''),
        JSON.stringify(problems),
      );
    });
  }

  it('verify takes no other key than the one beside the database', async () => {
    const copy = join(folder, 'key');
    await cp(sample, copy, { recursive: true });
    const other = join(folder, 'other');
    assert.equal((await inquest(['init', other, '--title', 'Other'])).exit, 0);
    await cp(join(other, 'keys', 'ledger.pem'), join(copy, 'keys', 'ledger.pem'), { force: true });
    const run = await inquest(['verify', '--json', '--quiet', '--inquiry', copy]);
    assert.equal(run.exit, 4, run.stdout);
  });

  it('rebuild --compare finds a table row that no event explains, and rebuild puts it right', async () => {
    const copy = join(folder, 'row');
    await cp(sample, copy, { recursive: true });
    onDatabase(copy, "update item set title = 'Another title' where number = 2", "update proposal set confidence = 1 where item = 'S-1'");
    const compared = await inquest(['rebuild', '--compare', '--json', '--quiet', '--inquiry', copy]);
    assert.equal(compared.exit, 4);
    const { differences } = JSON.parse(compared.stdout) as { differences: { table: string; key: string; what: string }[] };
    assert.ok(
      differences.some(({ table, key, what }) => table === 'item' && key === '2' && what.includes('title')),
      compared.stdout,
    );
    assert.equal((await inquest(['rebuild', '--quiet', '--inquiry', copy])).exit, 0);
    assert.equal((await inquest(['rebuild', '--compare', '--quiet', '--inquiry', copy])).exit, 0);
  });

  it('nothing is written to a ledger that does not verify, and what it holds can still be read', async () => {
    const copy = join(folder, 'no-more');
    await cp(sample, copy, { recursive: true });
    onDatabase(copy, 'delete from ledger_event where idx = (select max(idx) from ledger_event)');
    const file = join(folder, 'one-more.txt');
    await writeFile(file, 'One more note.\n');
    const added = await inquest(['add', file, '--inquiry', copy]);
    assert.equal(added.exit, 4, added.stderr);
    assert.match(added.stderr, /INQ-LEDGER-DAMAGED/);
    assert.equal((await inquest(['items', '--inquiry', copy])).exit, 0);
  });
});
