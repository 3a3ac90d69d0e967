import type { Database } from '../database.ts';
import { Snapshot } from '../transfer/snapshot.ts';
import { digestOf } from '../transfer/table.ts';

/** What tells whether two databases have the same rows: the digest of each table, and the number that its next row gets. */
export async function digestsOf(database: Database): Promise<Record<string, string>> {
  await using snapshot = await Snapshot.open(database);
  const digests: Record<string, string> = {};
  for (const table of snapshot.tables) digests[table.name] = `${await digestOf(table)}, then ${table.nextId}`;
  return digests;
}
