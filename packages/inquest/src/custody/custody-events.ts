import type { Projection } from '../ledger/index.ts';
import { putCheck } from './custody-store.ts';
import { createCustodyTables } from './custody-tables.ts';

/** Follows `fixity.checked`. */
export const custodyProjection: Projection = {
  name: 'custody',
  tables: ['custody_check'],
  create: createCustodyTables,
  async apply(tx, event) {
    if (event.type !== 'fixity.checked') return;
    const { item, objects, bytes, problems } = event.payload;
    const { id, compartment } = event;
    await putCheck(tx, item, { event: id, compartment, checkedAt: event.recordedAt, objects, bytes, problems: problems.length });
  },
};
