import { existsSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
  type TransactionSettings,
} from 'kysely';
import { InquestFault, type Store } from '../kernel/index.ts';
import { createPrivately } from './durable-files.ts';

/** Milliseconds to wait for another process's write to end before saying the database is locked. */
const BUSY_TIMEOUT = 10_000;
/** Statements kept prepared. */
const MAX_PREPARED = 200;

export interface SqliteOptions {
  /** `read` opens an existing file and cannot change it; `write` creates the file when it is missing. */
  readonly mode: 'read' | 'write';
}

/**
 * The embedded engine: one file, WAL, every commit flushed before it is acknowledged
 * (`synchronous=FULL`). One connection: queries outside a running transaction wait for its end,
 * so a query on the store inside a transaction of the same store waits for itself; use the
 * transaction. Integers beyond 2^53 - 1 are an error, never rounded. Faults: INQ-DISK-FULL,
 * INQ-NO-PERMISSION, INQ-LOCKED, INQ-NOT-DURABLE, INQ-DATABASE.
 */
export function openSqlite(path: string, options: SqliteOptions): Store {
  if (options.mode === 'read') return kyselyOver(openForReading(path));
  // SQLite would give the file to everybody; its log takes over what the file has.
  createPrivately(path);
  return kyselyOver(
    inFaults(() => {
      const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT, enableForeignKeyConstraints: true, defensive: true });
      database.exec(WRITING);
      return database;
    }),
  );
}

/**
 * A database in WAL mode needs a writable folder even to be read. Where there is none and no log
 * is left, nobody is writing: the file is read as one that cannot change.
 */
function openForReading(path: string): DatabaseSync {
  try {
    return openReadOnly(path);
  } catch (error) {
    const isPlain = existsSync(path) && !existsSync(`${path}-wal`);
    if (!isPlain || !(error instanceof InquestFault) || error.code !== 'INQ-NO-PERMISSION') throw error;
    const address = pathToFileURL(path);
    address.searchParams.set('immutable', '1');
    return openReadOnly(address);
  }
}

function openReadOnly(path: string | URL): DatabaseSync {
  return inFaults(() => {
    const database = new DatabaseSync(path, { readOnly: true, timeout: BUSY_TIMEOUT, defensive: true });
    try {
      database.exec(READING);
    } catch (error) {
      database.close();
      throw error;
    }
    return database;
  });
}

/** A private database that exists for this process only and leaves nothing behind: for comparisons. */
export function openScratchSqlite(): Store {
  // An empty name is SQLite's private temporary database, on disk when it grows and unlinked from the start.
  const database = new DatabaseSync('', { enableForeignKeyConstraints: true });
  database.exec('pragma synchronous=off; pragma journal_mode=off; pragma trusted_schema=off');
  return kyselyOver(database);
}

/** The last of them touches the file, so that what is wrong with it shows here. */
const READING = 'pragma temp_store=memory; pragma trusted_schema=off; pragma query_only=on; select count(*) from sqlite_schema';
const WRITING = `pragma journal_mode=wal; pragma synchronous=full; pragma temp_store=memory; pragma trusted_schema=off;
  pragma cache_size=-32768; pragma recursive_triggers=on`;

function kyselyOver(database: DatabaseSync): Store {
  return new Kysely({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new ImmediateDriver(database),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
}

/** Takes the write lock when a transaction begins, so that none fails half-way for want of it. */
class ImmediateDriver extends SqliteDriver {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    super({ database: new NodeSqlite(database) });
    this.#database = database;
  }

  // The base class declares no settings; Kysely passes them to every driver.
  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(settings?.accessMode === 'read only' ? 'begin' : 'begin immediate'));
  }

  /** A full disk makes SQLite roll back by itself; a second time would hide why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.isTransaction) await super.rollbackTransaction(connection);
  }
}

class NodeSqlite implements SqliteDatabase {
  readonly #database: DatabaseSync;
  readonly #prepared = new Map<string, PreparedStatement>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  close(): void {
    this.#prepared.clear();
    if (this.#database.isOpen) this.#database.close();
  }

  prepare(sql: string): SqliteStatement {
    const kept = this.#prepared.get(sql);
    if (kept !== undefined) return kept;
    const fresh = new PreparedStatement(this.#database, sql);
    if (this.#prepared.size >= MAX_PREPARED) this.#prepared.clear();
    this.#prepared.set(sql, fresh);
    return fresh;
  }
}

class PreparedStatement implements SqliteStatement {
  readonly reader: boolean;
  readonly #database: DatabaseSync;
  readonly #sql: string;
  readonly #statement: StatementSync;

  constructor(database: DatabaseSync, sql: string) {
    this.#database = database;
    this.#sql = sql;
    this.#statement = inFaults(() => database.prepare(sql));
    this.reader = this.#statement.columns().length > 0;
  }

  all(parameters: readonly unknown[]): unknown[] {
    // SQLite returns objects without a prototype, which would compare unequal to any written by hand.
    return inFaults(() => this.#statement.all(...bindable(parameters))).map((row) => ({ ...row }));
  }

  run(parameters: readonly unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint } {
    return inFaults(() => this.#statement.run(...bindable(parameters)));
  }

  /** A statement of its own: the kept one may run again before the caller has read to the end. */
  iterate(parameters: readonly unknown[]): IterableIterator<unknown> {
    return inFaults(() => this.#database.prepare(this.#sql).iterate(...bindable(parameters)));
  }
}

/** SQLite rejects by itself what it cannot bind; Kysely's types just do not say what it can. */
function bindable(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters as SQLInputValue[];
}

/* Primary result codes of SQLite, https://sqlite.org/rescode.html. The extended code has more bits above. */
const SQLITE_BUSY = 5;
const SQLITE_READONLY = 8;
const SQLITE_IOERR = 10;
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_CANTOPEN = 14;
const SQLITE_NOTADB = 26;
const SQLITE_IOERR_FSYNC = 1034;
const SQLITE_IOERR_DIR_FSYNC = 1290;

function inFaults<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw faultOf(error) ?? error;
  }
}

function faultOf(error: unknown): InquestFault | null {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null;
  const code = error.errcode;
  if (code === SQLITE_IOERR_FSYNC || code === SQLITE_IOERR_DIR_FSYNC) {
    return new InquestFault('INQ-NOT-DURABLE', {
      what: 'The disk did not confirm a write.',
      why: 'After a failed flush nobody can know what is on the disk.',
      do: 'Stop, check the disk, then run `inquest verify`.',
      cause: error,
    });
  }
  switch (code & 0xff) {
    case SQLITE_FULL:
      return new InquestFault('INQ-DISK-FULL', {
        what: 'The disk is full: the change was not made.',
        why: 'The database could not grow.',
        do: 'Free some space and try again; nothing was lost.',
        cause: error,
      });
    case SQLITE_BUSY:
      return new InquestFault('INQ-LOCKED', {
        what: 'The database is in use by another process.',
        why: 'It holds the write lock.',
        do: 'Close the other program and try again.',
        cause: error,
      });
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
      return new InquestFault('INQ-NO-PERMISSION', {
        what: 'The database cannot be opened or written.',
        why: 'The file or its folder does not allow it, or is not there.',
        do: 'Check the permissions of the inquiry folder.',
        cause: error,
      });
    case SQLITE_IOERR:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return new InquestFault('INQ-DATABASE', {
        what: 'The database file is damaged or cannot be read.',
        why: `SQLite says: ${error.message}`,
        do: 'Restore `inquest.sqlite` from a copy; the objects are not affected.',
        cause: error,
      });
    default:
      return null;
  }
}
