/** One column, as `Dictionary.columns` selects it. */
export interface ColumnRow {
  table: string;
  column: string;
  /** As declared: `DATETIME(3)`, or `datetime`. */
  type: string;
  /** Its place in the primary key, from 1; 0 if it is not part of that. */
  keyPart: number;
}

/** The number that the next row of a table gets, as `Dictionary.nextIds` selects it. */
export interface NextIdRow {
  table: string;
  next: number;
}

/** SQL about the tables that a database has, whatever version of the store has made them. */
export interface Dictionary {
  /** Selects a `ColumnRow` for each column of each table. */
  columns: string;
  /** Selects a `NextIdRow` for each table that numbers its rows. */
  nextIds: string;
  /** Statements after which the next row of a table gets this number, unless a row has a higher one. */
  setNextId(table: string, next: number): string[];
}

export const sqliteDictionary: Dictionary = {
  columns: `SELECT m.name AS "table", c.name AS "column", c.type AS type, c.pk AS keyPart
    FROM sqlite_master m JOIN pragma_table_info(m.name) c
    WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY m.name`,
  nextIds: 'SELECT name AS "table", seq + 1 AS next FROM sqlite_sequence',
  setNextId: (table, next) => [
    `DELETE FROM sqlite_sequence WHERE name = '${table}'`,
    `INSERT INTO sqlite_sequence (name, seq) VALUES ('${table}', ${next - 1})`,
  ],
};

/** How the names of tables begin that are there for a moment, to see whether there is room for one. */
export const TRIAL_TABLE = 'trial_of_room_';

export const mysqlDictionary: Dictionary = {
  columns: `SELECT c.TABLE_NAME AS \`table\`, c.COLUMN_NAME AS \`column\`, c.DATA_TYPE AS type,
      COALESCE(k.ORDINAL_POSITION, 0) AS keyPart
    FROM information_schema.COLUMNS c
    JOIN information_schema.TABLES t ON t.TABLE_SCHEMA = c.TABLE_SCHEMA AND t.TABLE_NAME = c.TABLE_NAME
    LEFT JOIN information_schema.KEY_COLUMN_USAGE k ON k.TABLE_SCHEMA = c.TABLE_SCHEMA AND k.TABLE_NAME = c.TABLE_NAME
      AND k.COLUMN_NAME = c.COLUMN_NAME AND k.CONSTRAINT_NAME = 'PRIMARY'
    WHERE c.TABLE_SCHEMA = DATABASE() AND t.TABLE_TYPE = 'BASE TABLE' AND c.TABLE_NAME NOT LIKE '${TRIAL_TABLE}%'
    ORDER BY c.TABLE_NAME`,
  nextIds: `SELECT TABLE_NAME AS \`table\`, AUTO_INCREMENT AS next FROM information_schema.TABLES
    WHERE TABLE_SCHEMA = DATABASE() AND AUTO_INCREMENT IS NOT NULL`,
  setNextId: (table, next) => [`ALTER TABLE ${table} AUTO_INCREMENT = ${next}`],
};
