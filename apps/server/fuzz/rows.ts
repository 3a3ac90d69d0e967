import { createHash } from 'node:crypto';
import type { WithDatabase } from '@lantern/db/database';
import { models } from '@lantern/db/models';
import { QueryTypes } from '@lantern/db/query';

/** Who is here, and what is tried: it changes with any request. */
const OF_REQUESTS = new Set(['sessions', 'secrets']);

/** Without when somebody was last here, which a login changes, too. */
const asText = (row: object) => JSON.stringify(row, (key, value) => (key === 'lastLoginAt' ? undefined : value));

/** A digest of every row of the store, by its table and primary key. */
export async function rowDigests({ database }: WithDatabase): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  for (const model of models) {
    const table = model.getTableName().toString();
    if (OF_REQUESTS.has(table)) continue;
    for (const row of await database.sequelize.query<object>(`SELECT * FROM ${table}`, { type: QueryTypes.SELECT })) {
      const key = model.primaryKeyAttributes.map((name) => String(Reflect.get(row, name))).join();
      digests.set(`${table} ${key}`, createHash('sha256').update(asText(row)).digest('hex'));
    }
  }
  return digests;
}

/** The rows that differ between two digests, or are in one of them only. */
export function changedRows(before: Map<string, string>, after: Map<string, string>): string[] {
  const rows = new Set([...before.keys(), ...after.keys()]);
  return [...rows].filter((row) => before.get(row) !== after.get(row)).sort();
}
