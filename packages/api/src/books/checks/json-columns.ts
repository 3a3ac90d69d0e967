import { tablesOf } from '@lantern/db/transfer/table';
import { byRow } from '../by-row.ts';
import { type BooksServices, type Check, type IdRange, idsIn } from '../difference.ts';

const ADVICE = 'Take it from a backup: until then, nothing that depends on it can be checked or shown.';

/** That each JSON column of each row holds JSON. */
export const jsonColumns: Check = {
  name: 'json',
  async *find(services) {
    const { database } = services;
    for (const { name, key, columns } of tablesOf(await database.select(database.dialect.dictionary.columns, {}))) {
      const ofJson = columns.filter(({ kind }) => kind === 'json').map((column) => column.name);
      if (ofJson.length > 0) yield* isJson(name, key.join(), ofJson).find(services);
    }
  },
};

function isJson(table: string, key: string, columns: string[]): Check {
  const wrong = (column: string) => `NOT JSON_VALID(${column})`;
  const wrongIn = ({ database }: BooksServices, condition: string, range: IdRange) =>
    idsIn(
      database,
      `SELECT ${key} AS id FROM ${table} WHERE ${key} > :after AND ${key} <= :through AND (${condition}) ORDER BY ${key}`,
      range,
    );
  return byRow({
    ...{ name: 'json', table, key },
    suspects: (services, range) => wrongIn(services, columns.map(wrong).join(' OR '), range),
    async examine(services, id) {
      const ids = await Promise.all(
        columns.map((column) => wrongIn(services, wrong(column), { after: id - 1, through: id })),
      );
      return columns
        .filter((_, index) => ids[index]?.length === 1)
        .map((what) => ({
          ...{ what, where: `row ${id} of ${table}`, expected: 'JSON', found: 'other text', advice: ADVICE },
        }));
    },
  });
}
