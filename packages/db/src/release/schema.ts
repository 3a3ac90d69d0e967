/** What a release can depend on: the shape of every table, as far as it decides which statements succeed. */
export type Schema = Readonly<Record<string, TableSchema>>;

export interface TableSchema {
  columns: Record<string, ColumnSchema>;
  /** The columns of each unique key, `productId, language`. */
  unique: string[];
  /** The condition of each CHECK, in lower case and without what databases write differently. */
  checks: string[];
  references: Reference[];
}

export interface ColumnSchema {
  /** In lower case, `varchar(120)`. */
  type: string;
  isNullable: boolean;
  /** Whether a row that does not name it gets a value that is not NULL. */
  hasDefault: boolean;
}

/** A foreign key. */
interface Reference {
  column: string;
  /** The table that it refers to. */
  to: string;
  /** What happens to the row when the other one is deleted: `CASCADE`, `RESTRICT`. */
  onDelete: string;
}

/** The conditions of all CHECKs in a CREATE TABLE. */
export function checksIn(create: string): string[] {
  return [...create.matchAll(/\bCHECK\s*\(/gi)].map(({ index, 0: { length } }) => {
    const begin = index + length;
    return create
      .slice(begin, endOf(create, begin))
      .replace(/[`"\s]/g, '')
      .toLowerCase();
  });
}

/** Where the parenthesis that was opened before `begin` is closed. */
function endOf(sql: string, begin: number): number {
  let depth = 1;
  let isQuoted = false;
  for (let at = begin; at < sql.length; at++) {
    const char = sql[at];
    if (char === "'") isQuoted = !isQuoted;
    if (isQuoted) continue;
    if (char === '(') depth++;
    if (char === ')' && --depth === 0) return at;
  }
  return sql.length;
}
