import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { forEachEngine } from '../../../../tools/test-engines.ts';
import { type CompartmentId, OWNER } from '../kernel/index.ts';
import { maySee, type Scope, withinScope } from './index.ts';

const compartment = fc.constantFrom('main', 'sealed', 'a', "o'brien", 'MAIN', 'é', '').map((name) => name as CompartmentId);
const scope: fc.Arbitrary<Scope> = fc
  .oneof(
    fc.constant('all' as const),
    fc.array(compartment, { maxLength: 5 }).map((some) => new Set(some)),
  )
  .map((compartments) => ({ person: OWNER, compartments }));

forEachEngine('the policy and its SQL agree', (engine) => {
  test('every record is in the answer exactly when it may be seen', async () => {
    const store = await engine.open();
    await sql`create table record (id integer primary key, compartment text not null)`.execute(store);
    await fc.assert(
      fc.asyncProperty(scope, fc.array(compartment, { maxLength: 8 }), async (asks, records) => {
        await sql`delete from record`.execute(store);
        for (const [id, name] of records.entries()) await sql`insert into record values (${id}, ${name})`.execute(store);
        const seen = await sql<{ id: number }>`
          select id from record as r where ${withinScope(asks, 'r.compartment')} order by id`.execute(store);
        const expected = records.flatMap((name, id) => (maySee(asks, { compartment: name }) ? [id] : []));
        assert.deepEqual(
          seen.rows.map((row) => row.id),
          expected,
        );
      }),
      { numRuns: 60 },
    );
  });
});
