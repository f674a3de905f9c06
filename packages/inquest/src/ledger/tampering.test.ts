import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { forEachEngine, type TestEngine } from '../../../../tools/test-engines.ts';
import { arrivals, cameAgain, TEST_INSTRUMENT, TEST_ORIGIN, testEffects, testSigner } from '../../../../tools/test-inquiry.ts';
import {
  canonicalBytes,
  EMPTY_FRONTIER,
  extendFrontier,
  formatCheckpoint,
  frontierRoot,
  leafHash,
  makeVerifierKey,
  parseVerifierKey,
  signNote,
} from '../../../evidence-format/src/index.ts';
import { OWNER_SCOPE } from '../access/index.ts';
import { done, InquestFault, type Store, sha256 } from '../kernel/index.ts';
import { createLedger, type LedgerParts, openLedger, parseEnvelope, verifyLedger } from './index.ts';

/** Twenty events in ten commits of two: checkpoints at 0, 2, 4 … 20. */
const EVENTS = 20;

/** A ledger whose triggers an intruder with the database's own tools has switched off. */
async function ledgerInWrongHands(engine: TestEngine): Promise<LedgerParts> {
  const store = await engine.open();
  const parts = { store, signer: testSigner(), effects: testEffects(), instrument: TEST_INSTRUMENT, projections: [arrivals] };
  const ledger = await createLedger(parts);
  for (let at = 0; at < EVENTS; at += 2) {
    const events = [cameAgain(at + 1), cameAgain(at + 2)];
    await ledger.commit(OWNER_SCOPE, () => Promise.resolve(done({ events, value: null })));
  }
  if (engine.name === 'sqlite') {
    const { rows } = await sql<{ name: string }>`select name from sqlite_schema where type = 'trigger'`.execute(store);
    for (const { name } of rows) await sql`drop trigger ${sql.id(name)}`.execute(store);
  } else {
    for (const table of ['event', 'payload', 'checkpoint', 'node', 'touch']) {
      await sql.raw(`alter table ledger_${table} disable trigger user`).execute(store);
    }
  }
  return parts;
}

async function run(store: Store, ...statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(store);
}

async function leafAt(store: Store, index: number): Promise<Uint8Array> {
  const { rows } = await sql<{ leaf: Uint8Array }>`select leaf from ledger_event where idx = ${index}`.execute(store);
  return rows[0]?.leaf ?? assert.fail('the event is there');
}

/** Says that another person did it, in bytes that are sound by themselves. */
async function forgeActor(store: Store, index: number): Promise<void> {
  const envelope = parseEnvelope(await leafAt(store, index)) ?? assert.fail();
  const leaf = canonicalBytes({ ...envelope, actor: 'person-other' });
  await sql`update ledger_event set leaf = ${leaf}, leaf_hash = ${leafHash(sha256, leaf)} where idx = ${index}`.execute(store);
}

/** Makes every stored node agree with the leaves as they are now. */
async function rebuildTree(store: Store): Promise<Uint8Array> {
  const { rows } = await sql<{ leaf: Uint8Array }>`select leaf from ledger_event order by idx`.execute(store);
  const { frontier, nodes } = extendFrontier(
    sha256,
    EMPTY_FRONTIER,
    rows.map(({ leaf }) => leafHash(sha256, leaf)),
  );
  for (const node of nodes) {
    await sql`update ledger_node set hash = ${node.hash} where level = ${node.level} and idx = ${node.index}`.execute(store);
  }
  return frontierRoot(sha256, frontier);
}

async function swap(store: Store, a: number, b: number): Promise<void> {
  for (const table of ['ledger_event', 'ledger_payload', 'ledger_touch']) {
    await run(
      store,
      `update ${table} set idx = -1 where idx = ${String(a)}`,
      `update ${table} set idx = ${String(a)} where idx = ${String(b)}`,
      `update ${table} set idx = ${String(b)} where idx = -1`,
    );
  }
}

async function flipByte(store: Store, column: 'leaf' | 'payload', index: number): Promise<void> {
  const table = sql.table(column === 'leaf' ? 'ledger_event' : 'ledger_payload');
  const { rows } = await sql<{ bytes: Uint8Array }>`select ${sql.ref(column)} as bytes from ${table} where idx = ${index}`.execute(store);
  const bytes = Uint8Array.from(rows[0]?.bytes ?? assert.fail());
  const place = bytes.length - 10;
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  await sql`update ${table} set ${sql.ref(column)} = ${bytes} where idx = ${index}`.execute(store);
}

interface Tampering {
  readonly name: string;
  readonly how: (parts: LedgerParts) => Promise<void>;
  /** `code where`, all of them, in any order. */
  readonly found: readonly string[];
}

const TAMPERINGS: readonly Tampering[] = [
  {
    name: 'one byte of an event',
    how: ({ store }) => flipByte(store, 'leaf', 5),
    found: ['leaf-hash-differs event 5', 'root-differs checkpoint 6, events 4–5'],
  },
  {
    name: 'an event that no longer is an envelope',
    how: async ({ store }) => {
      const leaf = new TextEncoder().encode('{}');
      await sql`update ledger_event set leaf = ${leaf}, leaf_hash = ${leafHash(sha256, leaf)} where idx = 5`.execute(store);
    },
    found: ['envelope-malformed event 5', 'root-differs checkpoint 6, events 4–5'],
  },
  {
    name: 'an event and its hash',
    how: ({ store }) => forgeActor(store, 5),
    found: ['tree-differs events 4–5', 'root-differs checkpoint 6, events 4–5'],
  },
  {
    name: 'two events and their hashes',
    how: async ({ store }) => {
      await forgeActor(store, 5);
      await forgeActor(store, 16);
    },
    found: ['tree-differs events 4–5', 'tree-differs events 16–17', 'root-differs checkpoint 6, events 4–5'],
  },
  {
    name: 'an event, its hash and the whole stored tree',
    how: async ({ store }) => {
      await forgeActor(store, 5);
      await rebuildTree(store);
    },
    found: ['root-differs checkpoint 6, events 4–5'],
  },
  {
    name: 'everything but the signatures',
    how: async ({ store }) => {
      await forgeActor(store, 19);
      const root = await rebuildTree(store);
      await sql`update ledger_checkpoint set root = ${root} where size = 20`.execute(store);
    },
    found: ['checkpoint-differs checkpoint 20', 'root-differs checkpoint 20, events 18–19'],
  },
  {
    name: 'everything, signed with another key',
    how: async ({ store }) => {
      await forgeActor(store, 19);
      const root = await rebuildTree(store);
      const other = testSigner();
      const key = parseVerifierKey(sha256, other.verifierKey);
      assert.ok(key.ok);
      const note = signNote(formatCheckpoint({ origin: TEST_ORIGIN, size: 20, root, extensions: [] }), key.value, (text) =>
        other.sign(text),
      );
      await sql`update ledger_checkpoint set root = ${root}, note = ${note} where size = 20`.execute(store);
    },
    found: ['checkpoint-key-unknown checkpoint 20'],
  },
  {
    name: 'a signature that claims to be of the key and is not',
    how: async ({ store, signer }) => {
      const key = parseVerifierKey(sha256, signer.verifierKey);
      assert.ok(key.ok);
      const note = signNote(
        formatCheckpoint({ origin: TEST_ORIGIN, size: 20, root: new Uint8Array(32), extensions: [] }),
        key.value,
        () => new Uint8Array(64),
      );
      await sql`update ledger_checkpoint set note = ${note} where size = 20`.execute(store);
    },
    found: ['checkpoint-signature-differs checkpoint 20'],
  },
  {
    name: 'an event taken out of the middle',
    how: ({ store }) => run(store, 'delete from ledger_event where idx = 7', 'delete from ledger_payload where idx = 7'),
    found: ['event-missing event 7'],
  },
  {
    name: 'events taken off the end',
    how: ({ store }) => run(store, 'delete from ledger_event where idx > 16', 'delete from ledger_payload where idx > 16'),
    found: ['event-missing events 17–19'],
  },
  {
    name: 'an event taken out, and another changed after it',
    how: async ({ store }) => {
      await run(store, 'delete from ledger_event where idx = 7', 'delete from ledger_payload where idx = 7');
      await forgeActor(store, 12);
    },
    found: ['event-missing event 7', 'tree-differs events 12–13'],
  },
  {
    name: 'neighbours that changed places',
    how: ({ store }) => swap(store, 6, 7),
    found: ['events-reordered events 6–7', 'root-differs checkpoint 8, events 6–7'],
  },
  {
    name: 'distant events that changed places',
    how: ({ store }) => swap(store, 3, 10),
    found: ['tree-differs events 2–3', 'tree-differs events 10–11', 'root-differs checkpoint 4, events 2–3'],
  },
  {
    name: 'an event put at the end',
    how: ({ store }) =>
      run(store, "insert into ledger_event select 20, 'x', type, compartment, leaf, leaf_hash from ledger_event where idx = 3"),
    found: ['event-extra event 20'],
  },
  {
    name: 'an event put before the beginning',
    how: ({ store }) =>
      run(store, "insert into ledger_event select -1, 'x', type, compartment, leaf, leaf_hash from ledger_event where idx = 3"),
    found: ['event-extra event -1'],
  },
  {
    name: 'an event that stands twice',
    how: ({ store }) =>
      run(
        store,
        'create table forged as select * from ledger_event where idx <> 9',
        'insert into forged select 9, id, type, compartment, leaf, leaf_hash from ledger_event where idx = 3',
        'drop table ledger_event',
        'alter table forged rename to ledger_event',
        'delete from ledger_payload where idx = 9',
        'insert into ledger_payload select 9, salt, payload from ledger_payload where idx = 3',
      ),
    found: [
      'event-duplicated events 3 and 9',
      'touches-differ event 9',
      'tree-differs events 8–9',
      'root-differs checkpoint 10, events 8–9',
    ],
  },
  { name: 'a payload', how: ({ store }) => flipByte(store, 'payload', 4), found: ['payload-differs event 4'] },
  {
    name: 'a salt',
    how: ({ store }) => run(store, 'update ledger_payload set salt = payload where idx = 4'),
    found: ['payload-differs event 4'],
  },
  {
    name: 'a payload taken away',
    how: ({ store }) => run(store, 'delete from ledger_payload where idx = 4'),
    found: ['payload-missing event 4'],
  },
  {
    name: 'a payload of no event',
    how: ({ store }) => run(store, 'insert into ledger_payload select 99, salt, payload from ledger_payload where idx = 4'),
    found: ['payload-extra event 99'],
  },
  {
    name: 'the index of what events touch',
    how: ({ store }) => run(store, "delete from ledger_touch where id = 'S-5'", "insert into ledger_touch values ('S-1', 8)"),
    found: ['touches-differ event 4', 'touches-differ event 8'],
  },
  {
    name: 'the columns of an event',
    how: ({ store }) =>
      run(
        store,
        "update ledger_event set type = 'fixity.checked' where idx = 1",
        "update ledger_event set compartment = 'sealed' where idx = 2",
        "update ledger_event set id = '0190a3c4-0000-7000-8000-000000000001' where idx = 3",
      ),
    found: ['columns-differ event 1', 'columns-differ event 2', 'columns-differ event 3'],
  },
  {
    name: 'a node of the stored tree',
    how: ({ store }) =>
      run(store, 'update ledger_node set hash = (select hash from ledger_node where level = 1 and idx = 0) where level = 2 and idx = 1'),
    found: ['tree-differs events 4–7'],
  },
  {
    name: 'a node of the stored tree taken away',
    how: ({ store }) => run(store, 'delete from ledger_node where level = 1 and idx = 3'),
    found: ['tree-differs events 6–7'],
  },
  {
    name: 'the root of an old checkpoint',
    how: ({ store }) =>
      run(store, 'update ledger_checkpoint set root = (select root from ledger_checkpoint where size = 2) where size = 8'),
    found: ['checkpoint-differs checkpoint 8'],
  },
  {
    name: 'the note of a checkpoint',
    how: ({ store }) => run(store, "update ledger_checkpoint set note = 'nothing' where size = 8"),
    found: ['checkpoint-malformed checkpoint 8'],
  },
  {
    name: 'all checkpoints taken away',
    how: ({ store }) => run(store, 'delete from ledger_checkpoint'),
    found: ['checkpoint-missing the whole ledger'],
  },
];

forEachEngine('verification finds, names and places', (engine) => {
  for (const { name, how, found } of TAMPERINGS) {
    test(name, async () => {
      const parts = await ledgerInWrongHands(engine);
      assert.deepEqual((await verifyLedger(parts.store, parts.signer.verifierKey)).problems, []);
      await how(parts);
      const { problems } = await verifyLedger(parts.store, parts.signer.verifierKey);
      assert.deepEqual(problems.map(({ code, where }) => `${code} ${where}`).sort(), [...found].sort());
    });
  }

  test('another key than the one the ledger is signed with', async () => {
    const { store } = await ledgerInWrongHands(engine);
    const { problems } = await verifyLedger(store, testSigner().verifierKey);
    assert.equal(problems.length, EVENTS / 2 + 1);
    assert.ok(problems.every(({ code }) => code === 'checkpoint-key-unknown'));
    const named = makeVerifierKey(sha256, 'another.invalid/log', new Uint8Array(32));
    await assert.rejects(verifyLedger(store, named.name), (error) => error instanceof InquestFault && error.code === 'INQ-USAGE');
  });

  for (const [name, statement] of [
    ['an event is missing at the end', 'delete from ledger_event where idx = 19'],
    ['an event was added', "insert into ledger_event select 20, 'x', type, compartment, leaf, leaf_hash from ledger_event where idx = 3"],
    [
      'the right edge of the tree was changed',
      'update ledger_node set hash = (select hash from ledger_node where level = 1 and idx = 0) where level = 4',
    ],
    ['the last checkpoint was taken away', 'delete from ledger_checkpoint where size = 20'],
  ] as const) {
    test(`nothing is written when ${name}, and reading goes on`, async () => {
      const parts = await ledgerInWrongHands(engine);
      await run(parts.store, statement);
      const ledger = await openLedger(parts);
      assert.equal((await ledger.read(OWNER_SCOPE, { limit: 5 })).length, 5);
      await assert.rejects(
        ledger.commit(OWNER_SCOPE, () => Promise.resolve(done({ events: [cameAgain(1)], value: null }))),
        (error) => error instanceof InquestFault && error.code === 'INQ-LEDGER-DAMAGED',
      );
    });
  }

  test('an event that does not match its commitment is not handed out', async () => {
    const parts = await ledgerInWrongHands(engine);
    await flipByte(parts.store, 'payload', 4);
    const ledger = await openLedger(parts);
    assert.equal((await ledger.read(OWNER_SCOPE, { limit: 4 })).length, 4);
    await assert.rejects(ledger.read(OWNER_SCOPE, { limit: 5 }), (error) => {
      assert.ok(error instanceof InquestFault && error.code === 'INQ-LEDGER-DAMAGED');
      return error.message.includes('Event 4 ') && !error.message.includes('list.txt');
    });
  });
});
