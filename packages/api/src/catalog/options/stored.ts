import type { LocalFile } from '@lantern/db/local-file';
import { type ChosenOptions, hasWanted, type Options } from './chosen.ts';

/** Each assortment of products once: lists and searches are filtered and counted by its id. */
export const ASSORTMENTS = 'CREATE TABLE assortments (id INTEGER PRIMARY KEY, options TEXT NOT NULL UNIQUE)';

/** Finds or adds assortments, and gives their ids. */
export function assortmentIds(file: LocalFile): (assortment: Options[]) => number {
  const known = new Map<string, number>();
  return (assortment) => {
    const options = JSON.stringify(assortment);
    const id = known.get(options) ?? idOf(file, options);
    known.set(options, id);
    return id;
  };
}

function idOf(file: LocalFile, options: string): number {
  const find = () => file.get<{ id: number }>('SELECT id FROM assortments WHERE options = ?', options)?.id;
  const present = find();
  if (present !== undefined) return present;
  file.run('INSERT INTO assortments (options) VALUES (?)', options);
  return find() ?? 0;
}

/** A condition, and the value of its placeholder. */
export interface Condition {
  sql: string;
  value: string;
}

/** Condition for a column with the id of an assortment to have what is chosen. */
export function hasChosen(file: LocalFile, column: string, chosen: ChosenOptions): Condition {
  // The text says whether it has the values at all, so that few have to be parsed.
  const entries = Object.entries(chosen).map(([name, values]) =>
    values.map((value) => JSON.stringify({ [name]: value }).slice(1, -1)),
  );
  const had = entries.map((own) => `(${own.map(() => 'instr(options, ?) > 0').join(' OR ')})`);
  const rows = file.all<{ id: number; options: string }>(
    `SELECT id, options FROM assortments WHERE ${had.join(' AND ')}`,
    ...entries.flat(),
  );
  const ids = rows.filter(({ options }) => hasWanted(JSON.parse(options), chosen)).map(({ id }) => id);
  return { sql: `${column} IN (SELECT value FROM json_each(?))`, value: JSON.stringify(ids) };
}
