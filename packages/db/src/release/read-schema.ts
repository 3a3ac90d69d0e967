import { QueryTypes } from 'sequelize';
import type { Database } from '../database.ts';
import { checksIn, type Schema, type TableSchema } from './schema.ts';

interface ColumnRow {
  table: string;
  column: string;
  type: string;
  isNullable: number;
  hasDefault: number;
}

interface KeyRow {
  table: string;
  key: string;
  column: string;
}

interface ReferenceRow {
  table: string;
  column: string;
  to: string;
  onDelete: string;
}

const ownTables = "m.type = 'table' AND m.name NOT LIKE 'sqlite~_%' ESCAPE '~'";

const queries = {
  sqlite: {
    columns: `SELECT m.name AS \`table\`, c.name AS \`column\`, c.type AS type, 1 - c."notnull" AS isNullable,
        c.dflt_value IS NOT NULL OR (c.pk > 0 AND UPPER(c.type) = 'INTEGER') AS hasDefault
      FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE ${ownTables}`,
    keys: `SELECT m.name AS \`table\`, i.name AS \`key\`, c.name AS \`column\` FROM sqlite_master m
      JOIN pragma_index_list(m.name) i JOIN pragma_index_info(i.name) c
      WHERE ${ownTables} AND i."unique" = 1 ORDER BY i.name, c.seqno`,
    references: `SELECT m.name AS \`table\`, f."from" AS \`column\`, f."table" AS \`to\`, f.on_delete AS onDelete
      FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE ${ownTables}`,
    create: (table: string) => `SELECT sql FROM sqlite_master WHERE type = 'table' AND name = '${table}'`,
  },
  mysql: {
    columns: `SELECT TABLE_NAME AS \`table\`, COLUMN_NAME AS \`column\`, COLUMN_TYPE AS type,
        IS_NULLABLE = 'YES' AS isNullable,
        COALESCE(COLUMN_DEFAULT, 'NULL') <> 'NULL' OR EXTRA LIKE '%auto_increment%' AS hasDefault
      FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()`,
    keys: `SELECT TABLE_NAME AS \`table\`, INDEX_NAME AS \`key\`, COLUMN_NAME AS \`column\`
      FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() AND NON_UNIQUE = 0
      ORDER BY TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX`,
    references: `SELECT k.TABLE_NAME AS \`table\`, k.COLUMN_NAME AS \`column\`, k.REFERENCED_TABLE_NAME AS \`to\`,
        r.DELETE_RULE AS onDelete
      FROM information_schema.KEY_COLUMN_USAGE k JOIN information_schema.REFERENTIAL_CONSTRAINTS r
        ON r.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA AND r.CONSTRAINT_NAME = k.CONSTRAINT_NAME
        AND r.TABLE_NAME = k.TABLE_NAME
      WHERE k.TABLE_SCHEMA = DATABASE()`,
    create: (table: string) => `SHOW CREATE TABLE ${table}`,
  },
};

/** Reads the schema of a database as it is now. */
export async function readSchema({ sequelize, dialect }: Database): Promise<Schema> {
  const { columns, keys, references, create } = queries[dialect.name];
  const select = <Row extends object>(sql: string) => sequelize.query<Row>(sql, { type: QueryTypes.SELECT });
  const schema: Record<string, TableSchema> = {};
  for (const { table, column, type, isNullable, hasDefault } of await select<ColumnRow>(columns)) {
    schema[table] ??= { columns: {}, unique: [], checks: [], references: [] };
    const nullable = Boolean(isNullable);
    schema[table].columns[column] = {
      type: type.toLowerCase(),
      isNullable: nullable,
      hasDefault: Boolean(hasDefault),
    };
  }
  const parts = new Map<string, KeyRow[]>();
  for (const row of await select<KeyRow>(keys)) {
    const name = `${row.table} ${row.key}`;
    parts.set(name, [...(parts.get(name) ?? []), row]);
  }
  for (const rows of parts.values()) {
    schema[rows[0]?.table ?? '']?.unique.push(rows.map(({ column }) => column).join(', '));
  }
  for (const { table, ...reference } of await select<ReferenceRow>(references)) {
    schema[table]?.references.push(reference);
  }
  for (const [table, shape] of Object.entries(schema)) {
    const [row = {}] = await select<Record<string, string>>(create(table));
    shape.checks.push(...checksIn(Object.values(row).at(-1) ?? ''));
  }
  return schema;
}
