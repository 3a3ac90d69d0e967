import type { PreviousRelease } from './previous-release.ts';
import type { ColumnSchema, Schema, TableSchema } from './schema.ts';

/** Something about which the previous release would stumble. */
export interface Break {
  /** What it is about: `products.tagline`, `UNIQUE users (email)`. */
  what: string;
  /** One sentence, with what to do instead. */
  why: string;
}

/**
 * Compares the schema that the previous release was made for with a later one, and finds what would fail there: reading
 * its columns, and writing rows as it does, without what it does not know.
 */
export function breaksOf({ tables }: PreviousRelease, before: Schema, after: Schema): Break[] {
  return Object.entries(tables).flatMap(([name, used]) => {
    const [was, is] = [before[name], after[name]];
    if (!was) throw new Error(`The previous release has a table ${name}, which its own migrations do not create.`);
    if (!is) {
      return {
        what: name,
        why: `The table ${name} is gone, which the previous release uses: keep it, and drop it in the next release.`,
      };
    }
    return [
      ...used.flatMap((column) => changedColumn(`${name}.${column}`, was.columns[column], is.columns[column])),
      ...newColumns(name, used, is),
      ...keys(name, used, was, is),
      ...checks(name, used, was, is),
      ...references(name, used, was, is),
      ...referring(name, before, after),
    ];
  });
}

function changedColumn(what: string, was: ColumnSchema | undefined, is: ColumnSchema | undefined): Break[] {
  if (!was) throw new Error(`The previous release uses ${what}, which its own migrations do not create.`);
  const because = (why: string) => [{ what, why: `${what} ${why}.` }];
  if (!is) {
    return because(
      'is gone, which the previous release reads and writes: keep it, retire it in this release (also if it gets another name), and drop it in the next',
    );
  }
  if (!fits(was.type, is.type)) {
    return because(
      `is ${is.type} and was ${was.type}, which the previous release writes: add a column of the new type now, and drop the old one in the next release`,
    );
  }
  if (was.isNullable && !is.isNullable) {
    return because('may not be empty any more, as the previous release leaves it: require it in the next release');
  }
  if (!was.isNullable && is.isNullable) {
    return because('may be empty now, which the previous release does not expect: give it a default instead');
  }
  if (was.hasDefault && !is.hasDefault && !is.isNullable) {
    return because('has no default any more, on which the previous release relies: keep it until the next release');
  }
  return [];
}

/** Whether every value of the old type fits into the new one, and reads the same. */
function fits(was: string, is: string): boolean {
  const length = (type: string) => Number(/^varchar\((\d+)\)$/.exec(type)?.[1] ?? Number.NaN);
  if (was === is || length(is) >= length(was)) return true;
  if (length(was) > 0 && /^(medium|long)?text$/.test(is)) return true;
  return /^int/.test(was) && /^bigint/.test(is);
}

function newColumns(table: string, used: readonly string[], is: TableSchema): Break[] {
  const added = Object.entries(is.columns).filter(([column]) => !used.includes(column));
  return added.flatMap(([column, { isNullable, hasDefault }]) => {
    if (isNullable || hasDefault) return [];
    const what = `${table}.${column}`;
    const why = `${what} needs a value, which the previous release does not give it: let it be empty or give it a default now, and require it in the next release.`;
    return [{ what, why }];
  });
}

function keys(table: string, used: readonly string[], was: TableSchema, is: TableSchema): Break[] {
  /** Rows of the previous release leave it empty, and empty values never collide. */
  const isLeftEmpty = (column: string) => {
    const { isNullable, hasDefault } = is.columns[column] ?? {};
    return !used.includes(column) && isNullable && !hasDefault;
  };
  const added = without(is.unique, was.unique).filter((key) => !key.split(', ').some(isLeftEmpty));
  const gone = without(was.unique, is.unique).filter((key) => key.split(', ').every((column) => used.includes(column)));
  return [
    ...added.map((key) => ({
      what: `UNIQUE ${table} (${key})`,
      why: `${table} (${key}) is unique now, which rows of the previous release may not be: see to it in the code now, and add the key in the next release.`,
    })),
    ...gone.map((key) => ({
      what: `UNIQUE ${table} (${key})`,
      why: `${table} (${key}) is not unique any more, on which the previous release relies: drop the key in the next release.`,
    })),
  ];
}

function checks(table: string, used: readonly string[], was: TableSchema, is: TableSchema): Break[] {
  return without(is.checks, was.checks).flatMap((check) => {
    const known = used.filter((column) => new RegExp(`\\b${column}\\b`, 'i').test(check));
    if (known.length === 0) return [];
    const what = `CHECK ${table} (${known.join(', ')})`;
    const why = `${table} has another CHECK of ${known.join(', ')}, whose values the previous release may not have or know: write none but those that both know, and change the check in the next release.`;
    return [{ what, why }];
  });
}

function references(table: string, used: readonly string[], was: TableSchema, is: TableSchema): Break[] {
  const known = was.references.map(({ column }) => column);
  const added = is.references.filter(({ column }) => used.includes(column) && !known.includes(column));
  return added.map(({ column, to }) => ({
    what: `FOREIGN KEY ${table} (${column})`,
    why: `${table}.${column} must be in ${to} now, which the previous release does not see to: see to it in the code now, and add the key in the next release.`,
  }));
}

/** What would keep the previous release from deleting rows. */
function referring(to: string, before: Schema, after: Schema): Break[] {
  return Object.entries(after).flatMap(([table, { references }]) => {
    const known = (before[table]?.references ?? []).map(({ column }) => column);
    const holding = references.filter(
      (key) => key.to === to && !known.includes(key.column) && !/^(CASCADE|SET NULL)$/.test(key.onDelete),
    );
    return holding.map(({ column }) => ({
      what: `FOREIGN KEY ${table} (${column})`,
      why: `${table}.${column} keeps rows of ${to} from being deleted, which the previous release does: let it follow with ON DELETE CASCADE or SET NULL.`,
    }));
  });
}

function without(all: readonly string[], others: readonly string[]): string[] {
  return all.filter((one) => !others.includes(one));
}
