import type { Database } from '../database.ts';

/** A row of one table: a value for each of its columns. */
export type Row = Record<string, string | number | Date | null>;

/** Collects rows and inserts those of a batch together, one statement a table, parents before children. */
export class RowWriter {
  readonly #rows = new Map<string, Row[]>();

  /** @param tables in the order of their foreign keys. */
  constructor(
    private readonly database: Database,
    private readonly tables: readonly string[],
  ) {}

  add(table: string, row: Row): void {
    const rows = this.#rows.get(table);
    if (rows) rows.push(row);
    else this.#rows.set(table, [row]);
  }

  /** Inserts what was added since the last time. */
  async flush(): Promise<void> {
    const { database } = this;
    await database.transaction(async () => {
      for (const table of this.tables) {
        const rows = this.#rows.get(table) ?? [];
        const [first] = rows;
        if (!first) continue;
        const values = rows.map(
          (row) =>
            `(${Object.values(row)
              .map((value) => this.#literal(value))
              .join(',')})`,
        );
        await database.sequelize.query(`INSERT INTO ${table} (${Object.keys(first)}) VALUES ${values.join(',')}`);
      }
    });
    this.#rows.clear();
  }

  /** Not the database's own: escaping and formatting would take longer than inserting. */
  #literal(value: string | number | Date | null): string {
    if (value === null) return 'NULL';
    if (typeof value === 'number') return String(value);
    if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
    const [day, time] = value.toISOString().split('T');
    return `'${day} ${time?.slice(0, -1)}${this.database.dialect.name === 'sqlite' ? ' +00:00' : ''}'`;
  }
}
