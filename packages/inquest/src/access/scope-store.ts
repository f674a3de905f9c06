import { type RawBuilder, sql } from 'kysely';
import type { Scope } from './scope.ts';

/**
 * The policy of scope.ts as a WHERE clause over a compartment column, for SQLite and PostgreSQL.
 * An empty set of compartments sees nothing.
 */
export function withinScope(scope: Scope, column: string): RawBuilder<boolean> {
  if (scope.compartments === 'all') return sql<boolean>`1 = 1`;
  if (scope.compartments.size === 0) return sql<boolean>`1 = 0`;
  return sql<boolean>`${sql.ref(column)} in (${sql.join([...scope.compartments].sort())})`;
}
