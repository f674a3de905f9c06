import { Kysely, PostgresDialect, sql } from 'kysely';
import type pg from 'pg';
import { InquestFault, type Store } from '../kernel/index.ts';

export interface PostgresOptions {
  /** One schema per inquiry: lower-case letters, digits and underscores, at most 63. */
  readonly schema: string;
  /** `write` creates the schema when it is missing; `read` makes every transaction read-only. */
  readonly mode: 'read' | 'write';
  /** Connections kept at most. */
  readonly connections?: number;
}

/* Type oids of PostgreSQL, pg_type.dat. */
const BYTEA = 17;
const INT8 = 20;

/**
 * The engine for teams: one schema of a PostgreSQL database, 15 or newer. `bigint` comes back as a
 * number, and one beyond 2^53 - 1 is an error, never rounded; `bytea` as a Uint8Array. Commits wait
 * for the server's disk (`synchronous_commit` on whatever the server says). Faults: INQ-DATABASE
 * when it cannot be reached, INQ-USAGE on a schema name of another form.
 */
export async function openPostgres(connectionString: string, options: PostgresOptions): Promise<Store> {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(options.schema)) {
    throw new InquestFault('INQ-USAGE', {
      what: 'This cannot be the name of a schema.',
      why: 'It starts with a letter and has only lower-case letters, digits and underscores.',
      do: 'Choose another name.',
    });
  }
  const readOnly = options.mode === 'read' ? ' -c default_transaction_read_only=on' : '';
  const { Pool, types } = await driver();
  const pool = new Pool({
    connectionString,
    max: options.connections ?? 4,
    options: `-c search_path=${options.schema} -c synchronous_commit=on${readOnly}`,
    types: { getTypeParser: typeParser(types.getTypeParser as OwnParser) },
  });
  // A connection lost while idle is replaced on the next query, which then tells if it cannot be.
  pool.on('error', () => undefined);
  const store: Store = new Kysely({ dialect: new PostgresDialect({ pool }) });
  try {
    if (options.mode === 'write') await sql`create schema if not exists ${sql.id(options.schema)}`.execute(store);
    else await sql`select 1`.execute(store);
  } catch (error) {
    await store.destroy();
    throw new InquestFault('INQ-DATABASE', {
      what: 'The PostgreSQL database cannot be used.',
      why: 'The server could not be reached or did not allow it.',
      do: 'Check the address, the account and that the server is running.',
      cause: error,
    });
  }
  return store;
}

/** Removes an inquiry's schema and everything in it. For scratch copies and tests. */
export async function dropPostgresSchema(connectionString: string, schema: string): Promise<void> {
  const { Client } = await driver();
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await client.query(`drop schema if exists ${client.escapeIdentifier(schema)} cascade`);
  } finally {
    await client.end();
  }
}

/** Loaded only where PostgreSQL is used, so that nobody else waits for it. */
async function driver(): Promise<typeof pg> {
  return (await import('pg')).default;
}

/** A column's reader; pg's own types say `any`. */
type Parser = (text: string) => unknown;
/** pg asks by number, and by a list of names for the numbers it knows. */
type OwnParser = (oid: number, format?: string) => Parser;

function typeParser(own: OwnParser): OwnParser {
  return (oid, format = 'text') => {
    if (format !== 'text') return own(oid, format);
    if (oid === INT8) return safeInteger;
    // pg gives a Buffer of the bytes, which compares unequal to a Uint8Array of the same.
    return oid === BYTEA ? (text) => new Uint8Array(own(BYTEA)(text) as Uint8Array) : own(oid, format);
  };
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value;
  throw new RangeError('an integer of the database is beyond 2^53 - 1');
}
