import type { Ddl } from '../dialect/dialect.ts';

/** One step of the schema, written in the SQL that both databases understand. */
export interface Migration {
  name: string;
  up(tools: { run(sql: string): Promise<void>; ddl: Ddl }): Promise<void>;
}
