import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { forEachEngine } from '../../../../tools/test-engines.ts';
import {
  type ArrivalTables,
  arrivals,
  cameAgain,
  TEST_INSTRUMENT,
  TEST_ORIGIN,
  testEffects,
  testSigner,
} from '../../../../tools/test-inquiry.ts';
import { checkConsistency, checkInclusion, fromHex, leafHash, parseCheckpoint, parseNote } from '../../../evidence-format/src/index.ts';
import { OWNER_SCOPE, type Scope } from '../access/index.ts';
import { type CompartmentId, done, type EventId, InquestFault, OWNER, refuse, type Store, sha256 } from '../kernel/index.ts';
import {
  type AnyNewEvent,
  compareProjections,
  createLedger,
  type Ledger,
  type LedgerParts,
  openLedger,
  openLedgerForReading,
  parseEnvelope,
  proveConsistency,
  proveInclusion,
  rebuildProjections,
  verifyLedger,
} from './index.ts';

const ID = '0190a3c4-0000-7000-8000-000000000001' as EventId;

function parts(store: Store): LedgerParts {
  return { store, signer: testSigner(), effects: testEffects(), instrument: TEST_INSTRUMENT, projections: [arrivals] };
}

async function add(ledger: Ledger, ...events: readonly AnyNewEvent[]): Promise<readonly number[]> {
  const outcome = await ledger.commit(OWNER_SCOPE, () => Promise.resolve(done({ events, value: null })));
  assert.ok(outcome.ok);
  return outcome.value.events.map((event) => event.index);
}

async function paths(ledger: Ledger, query: Parameters<Ledger['read']>[1], scope: Scope = OWNER_SCOPE): Promise<readonly string[]> {
  const events = await ledger.read(scope, query);
  return events.map((event) => (event.type === 'item.received-again' ? event.payload.path : event.type));
}

async function arrivalRows(store: Store): Promise<readonly ArrivalTables['arrival'][]> {
  return store.$extendTables<ArrivalTables>().selectFrom('arrival').selectAll().orderBy('item').execute();
}

function fault(code: InquestFault['code']): (error: unknown) => boolean {
  return (error) => error instanceof InquestFault && error.code === code;
}

forEachEngine('a ledger', (engine) => {
  test('events come back as they were given, and tables follow', async () => {
    const made = parts(await engine.open());
    const ledger = await createLedger(made);
    assert.equal(await ledger.size(), 0);
    assert.deepEqual(await add(ledger, cameAgain(1), cameAgain(2)), [0, 1]);
    assert.deepEqual(await add(ledger, cameAgain(1, 'again/لیست.txt')), [2]);
    const [first] = await ledger.read(OWNER_SCOPE, { limit: 1 });
    assert.equal(first?.type, 'item.received-again');
    assert.deepEqual(first.payload, cameAgain(1).payload);
    assert.deepEqual([first.index, first.schema, first.actor, first.touches], [0, 1, OWNER, ['S-1']]);
    assert.deepEqual(await arrivalRows(made.store), [
      { item: 'S-1', times: 2, last_path: 'again/لیست.txt' },
      { item: 'S-2', times: 1, last_path: 'box 2/list.txt' },
    ]);
    const verification = await verifyLedger(made.store, ledger.verifierKey);
    assert.deepEqual([verification.events, verification.problems], [3, []]);
  });

  test('what is signed holds nothing that could be guessed at', async () => {
    const made = parts(await engine.open());
    await add(await createLedger(made), cameAgain(1, 'people/names of Karsa.txt'));
    const { rows } = await sql<{ leaf: Uint8Array }>`select leaf from ledger_event`.execute(made.store);
    const leaf = rows[0]?.leaf ?? assert.fail();
    const envelope = parseEnvelope(leaf);
    assert.deepEqual(Object.keys(envelope ?? {}).sort(), [
      'actor',
      'compartment',
      'id',
      'instrument',
      'payload',
      'recorded',
      'schema',
      'touches',
      'type',
      'v',
    ]);
    assert.ok(!Buffer.from(leaf).includes('Karsa'));
    assert.deepEqual(envelope?.instrument, TEST_INSTRUMENT);
    assert.deepEqual(envelope.recorded, { at: '2021-07-04T12:00:01.000Z', clock: 'system' });
  });

  test('the newest checkpoint is a signed note over every event', async () => {
    const made = parts(await engine.open());
    const ledger = await createLedger(made);
    await add(ledger, cameAgain(1), cameAgain(2), cameAgain(3));
    const checkpoint = await ledger.checkpoint();
    const note = parseNote(checkpoint.note);
    assert.ok(note.ok);
    const body = parseCheckpoint(note.value.text);
    assert.ok(body.ok);
    assert.deepEqual([body.value.origin, body.value.size, checkpoint.size, checkpoint.origin], [TEST_ORIGIN, 3, 3, TEST_ORIGIN]);
    assert.deepEqual(body.value.root, fromHex(checkpoint.root));
  });

  test('reading pages forward and backward and by what is touched, by type and by compartment', async () => {
    const ledger = await createLedger(parts(await engine.open()));
    const sealed = 'sealed' as CompartmentId;
    await add(ledger, cameAgain(1, 'a'), cameAgain(2, 'b'), { ...cameAgain(1, 'c'), compartment: sealed }, cameAgain(3, 'd'));
    assert.deepEqual(await paths(ledger, { limit: 2 }), ['a', 'b']);
    assert.deepEqual(await paths(ledger, { limit: 9, after: 1 }), ['c', 'd']);
    assert.deepEqual(await paths(ledger, { limit: 2, newestFirst: true }), ['d', 'c']);
    assert.deepEqual(await paths(ledger, { limit: 9, newestFirst: true, after: 2 }), ['b', 'a']);
    assert.deepEqual(await paths(ledger, { limit: 9, touching: 'S-1' }), ['a', 'c']);
    assert.deepEqual(await paths(ledger, { limit: 9, types: ['fixity.checked'] }), []);
    assert.deepEqual(await paths(ledger, { limit: 9, types: ['item.received-again'], touching: 'S-3' }), ['d']);
    assert.deepEqual(await paths(ledger, { limit: 9 }, { person: OWNER, compartments: new Set([sealed]) }), ['c']);
    assert.deepEqual(await paths(ledger, { limit: 9 }, { person: OWNER, compartments: new Set() }), []);
    await assert.rejects(ledger.read(OWNER_SCOPE, { limit: 0 }), RangeError);
    await assert.rejects(ledger.read(OWNER_SCOPE, { limit: 1001 }), RangeError);
  });

  test('a refusal, a mistake and a failing projection leave nothing behind', async () => {
    const made = parts(await engine.open());
    const ledger = await createLedger(made);
    await add(ledger, cameAgain(1));
    const before = await ledger.checkpoint();
    const refusal = refuse('not-now', { what: 'No.', why: 'Because.', do: 'Wait.' });
    const refused = await ledger.commit(OWNER_SCOPE, async (tx) => {
      await tx.$extendTables<ArrivalTables>().deleteFrom('arrival').execute();
      return refusal;
    });
    assert.deepEqual(refused, refusal);
    const misfit = { ...cameAgain(2), payload: { item: 'S-2', path: 'secret words', sha256: 'no digest' } } as AnyNewEvent;
    await assert.rejects(add(ledger, cameAgain(2), misfit), (error: Error) => {
      assert.ok(error instanceof TypeError && !error.message.includes('secret words'));
      return true;
    });
    const derived = (): Promise<void> => Promise.reject(new Error('the reader broke'));
    await assert.rejects(
      ledger.commit(OWNER_SCOPE, () => Promise.resolve(done({ events: [cameAgain(3)], value: null, derived }))),
      /the reader broke/,
    );
    assert.deepEqual(await ledger.checkpoint(), before);
    assert.equal((await arrivalRows(made.store)).length, 1);
    assert.deepEqual(await add(ledger, cameAgain(4)), [1]);
    assert.deepEqual((await verifyLedger(made.store, ledger.verifierKey)).problems, []);
  });

  test('the same id with the same content is one event; with another it is refused', async () => {
    const ledger = await createLedger(parts(await engine.open()));
    const event: AnyNewEvent = { ...cameAgain(1), id: ID };
    assert.deepEqual(await add(ledger, event), [0]);
    assert.deepEqual(await add(ledger, cameAgain(2), event), [1, 0]);
    assert.equal(await ledger.size(), 2);
    const [again] = await ledger.read(OWNER_SCOPE, { limit: 1, touching: 'S-1' });
    assert.equal(again?.id, ID);
    await assert.rejects(add(ledger, { ...cameAgain(1, 'elsewhere'), id: ID }), fault('INQ-USAGE'));
    await assert.rejects(add(ledger, { ...event, touches: ['S-1', 'S-2'] }), fault('INQ-USAGE'));
    await assert.rejects(add(ledger, { ...cameAgain(5), id: ID }, { ...cameAgain(5), id: ID }), fault('INQ-USAGE'));
    assert.equal(await ledger.size(), 2);
  });

  test('an event that does not fit its envelope is refused, and the ledger goes on', async () => {
    const ledger = await createLedger(parts(await engine.open()));
    const touches = Array.from({ length: 2000 }, (_, at) => `S-${String(at + 1)}`);
    await assert.rejects(add(ledger, { ...cameAgain(1), touches }), fault('INQ-LIMIT'));
    assert.deepEqual(await add(ledger, cameAgain(1)), [0]);
  });

  test('commits made at once are put in a row', async () => {
    const made = parts(await engine.open());
    const ledger = await createLedger(made);
    const indexes = await Promise.all(Array.from({ length: 20 }, (_, at) => add(ledger, cameAgain(at + 1), cameAgain(at + 1))));
    assert.deepEqual(
      indexes.flat(),
      Array.from({ length: 40 }, (_, at) => at),
    );
    assert.deepEqual((await verifyLedger(made.store, ledger.verifierKey)).problems, []);
  });

  test('two writers on one database continue each other', async () => {
    const made = parts(await engine.open());
    const one = await createLedger(made);
    const two = await openLedger(made);
    assert.deepEqual([await add(one, cameAgain(1)), await add(two, cameAgain(2)), await add(one, cameAgain(3))], [[0], [1], [2]]);
    assert.deepEqual((await verifyLedger(made.store, one.verifierKey)).problems, []);
  });

  test('every event is provably in every later checkpoint, and each checkpoint in the next', async () => {
    const made = parts(await engine.open());
    const ledger = await createLedger(made);
    const roots = new Map<number, Uint8Array>();
    for (let size = 1; size <= 13; size++) {
      await add(ledger, cameAgain(size));
      roots.set(size, fromHex((await ledger.checkpoint()).root) ?? assert.fail());
    }
    const { rows } = await sql<{ leaf: Uint8Array }>`select leaf from ledger_event order by idx`.execute(made.store);
    const rootAt = (size: number): Uint8Array => roots.get(size) ?? assert.fail();
    for (const [index, { leaf }] of rows.entries()) {
      for (const size of [index + 1, 13]) {
        const proof = await proveInclusion(made.store, { index, size });
        const claim = { index, size, leafHash: leafHash(sha256, leaf), root: rootAt(size), proof };
        assert.deepEqual(checkInclusion(sha256, claim), { ok: true, value: null });
      }
    }
    for (const [earlier, later] of [
      [1, 13],
      [6, 7],
      [8, 13],
      [5, 12],
    ] as const) {
      const proof = await proveConsistency(made.store, { earlier, later });
      const claim = { earlier, later, earlierRoot: rootAt(earlier), laterRoot: rootAt(later), proof };
      assert.deepEqual(checkConsistency(sha256, claim), { ok: true, value: null });
    }
  });

  test('tables are rebuilt from the ledger, and a row changed by hand shows in a comparison', async () => {
    const made = parts(await engine.open());
    const ledger = await createLedger(made);
    await add(ledger, cameAgain(1), cameAgain(2), cameAgain(3), cameAgain(1));
    const expected = await arrivalRows(made.store);
    const compare = async () => compareProjections(made.store, [arrivals], { scratch: await engine.open() });
    assert.deepEqual(await compare(), { tables: 1, rows: 3, differences: [], more: false });
    const tables = made.store.$extendTables<ArrivalTables>();
    await tables.updateTable('arrival').set({ times: 7 }).where('item', '=', 'S-1').execute();
    await tables.deleteFrom('arrival').where('item', '=', 'S-2').execute();
    await tables.insertInto('arrival').values({ item: 'S-9', times: 1, last_path: 'x' }).execute();
    assert.deepEqual((await compare()).differences, [
      { table: 'arrival', key: 'S-1', what: 'differs in times' },
      { table: 'arrival', key: 'S-2', what: 'missing' },
      { table: 'arrival', key: 'S-9', what: 'extra' },
    ]);
    assert.equal((await arrivalRows(made.store)).length, 3, 'a comparison changes nothing');
    assert.deepEqual(await rebuildProjections(made.store, [arrivals]), { tables: 1, rows: 3 });
    assert.deepEqual(await arrivalRows(made.store), expected);
    assert.deepEqual(await add(ledger, cameAgain(3)), [4]);
  });

  test('an inquiry whose tables are of an older version is rebuilt when it is opened', async () => {
    const made = parts(await engine.open());
    await add(await createLedger({ ...made, projections: [] }), cameAgain(1), cameAgain(1));
    await openLedger(made);
    assert.deepEqual(await arrivalRows(made.store), [{ item: 'S-1', times: 2, last_path: 'box 1/list.txt' }]);
  });

  test('the database itself refuses changes to what is on the ledger', async () => {
    const { store, ...rest } = parts(await engine.open());
    await add(await createLedger({ store, ...rest }), cameAgain(1), cameAgain(2));
    const changes = [
      "update ledger_event set type = 'x' where idx = 0",
      'delete from ledger_event where idx = 1',
      'update ledger_payload set salt = payload where idx = 0',
      'delete from ledger_checkpoint where size = 2',
      'update ledger_checkpoint set size = 3 where size = 2',
      'update ledger_node set level = 9',
      'delete from ledger_touch',
    ];
    const ofEngine =
      engine.name === 'sqlite'
        ? [
            'insert or replace into ledger_event select idx, id, type, compartment, leaf, leaf from ledger_event',
            'insert or replace into ledger_event select 2, id, type, compartment, leaf, leaf from ledger_event where idx = 0',
            "insert or replace into ledger_checkpoint select size, root, 'x' from ledger_checkpoint",
            "insert into ledger_event select 7, 'x', type, compartment, leaf, leaf from ledger_event where idx = 0",
          ]
        : ['truncate ledger_event', 'truncate ledger_checkpoint'];
    for (const change of [...changes, ...ofEngine]) {
      await assert.rejects(sql.raw(change).execute(store), /append-only/, change);
    }
  });

  test('a ledger of a newer version is not opened, and an event of one is not guessed at', async () => {
    const made = parts(await engine.open());
    const ledger = await createLedger(made);
    await assert.rejects(openLedger({ ...made, store: await engine.open() }), fault('INQ-NOT-AN-INQUIRY'));
    await sql`update ledger_meta set value = '2' where key = 'format'`.execute(made.store);
    await assert.rejects(openLedger(made), fault('INQ-NEWER-VERSION'));
    await assert.rejects(openLedgerForReading(made.store), fault('INQ-NEWER-VERSION'));
    assert.equal(await ledger.size(), 0);
  });

  test('a ledger opened for reading reads and does not write', async () => {
    const made = parts(await engine.open());
    await add(await createLedger(made), cameAgain(1));
    const reader = await openLedgerForReading(made.store);
    assert.deepEqual(await paths(reader, { limit: 1 }), ['box 1/list.txt']);
    assert.equal(reader.verifierKey, made.signer.verifierKey);
    await assert.rejects(add(reader, cameAgain(2)), fault('INQ-NO-PERMISSION'));
  });

  test('another signing key opens the ledger for reading only', async () => {
    const made = parts(await engine.open());
    await add(await createLedger(made), cameAgain(1));
    const other = await openLedger({ ...made, signer: testSigner() });
    assert.deepEqual(await paths(other, { limit: 1 }), ['box 1/list.txt']);
    await assert.rejects(add(other, cameAgain(2)), fault('INQ-LEDGER-DAMAGED'));
  });
});
