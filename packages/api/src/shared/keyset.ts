import { Op, type Ordering, type WhereOptions } from '@lantern/db/query';

/** The order of a list: by a column and then by id, so that positions are unique; without a column, by id alone. */
export interface ListOrder {
  column: string | null;
  descending: boolean;
  /** No two rows have the same value: then positions are unique without the id, and MariaDB's unique index does not contain it. */
  unique?: boolean;
}

/** The last row of a page: its value in the list's column, and its id. */
export interface Position {
  key: string | number | Date;
  id: number;
}

export function orderBy({ column, descending, unique = false }: ListOrder): Ordering {
  const direction = descending ? 'DESC' : 'ASC';
  const columns = [...(column === null ? [] : [column]), ...(unique ? [] : ['id'])];
  return columns.map((name) => [name, direction]);
}

/** The condition that rows come strictly after a position. */
export function beyond({ column, descending, unique }: ListOrder, { key, id }: Position): WhereOptions {
  const [past, from] = descending ? ([Op.lt, Op.lte] as const) : ([Op.gt, Op.gte] as const);
  if (column === null) return { id: { [past]: id } };
  if (unique) return { [column]: { [past]: key } };
  // The first is implied by the others, but lets the database seek in an index.
  return { [column]: { [from]: key }, [Op.or]: [{ [column]: { [past]: key } }, { id: { [past]: id } }] };
}

/**
 * A condition on a column as the negation of its opposite: SQLite, which does not know that most rows have a value, would
 * otherwise read all of them through the column's index and sort them, instead of reading a page in the order of another.
 * MariaDB turns it around again, and weighs both.
 */
export function exceptWhere(opposite: WhereOptions): WhereOptions {
  return { [Op.not]: opposite };
}
