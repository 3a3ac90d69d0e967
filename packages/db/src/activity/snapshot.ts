import type { Model, ModelStatic } from 'sequelize';
import { auditedOptions, columnOf, type Part, plainValue } from '../base/audited.ts';
import type { FieldChange, FieldValue } from '../base/field-change.ts';

/** An entity at one moment: either its own columns or the rows of one of its parts. */
export type Snapshot = Map<string | number, { prefix: string; fields: Map<string, FieldValue> }>;

const NEVER_LOGGED = ['id', 'createdAt', 'updatedAt'];
const CHANGED = 'changed';

/** The entity's own columns; empty if it does not exist yet or any more. */
export function snapshotOfRow(row: Model | null): Snapshot {
  if (!row) return new Map();
  const { excluded = [] } = auditedOptions(row.constructor);
  const fields = new Map<string, FieldValue>();
  for (const column of Object.keys(row.get())) {
    if (NEVER_LOGGED.includes(column) || excluded.includes(column)) continue;
    flatten(fields, column, columnOf(row, column));
  }
  return new Map([['', { prefix: '', fields }]]);
}

/** The rows of one part of an entity, locked so that they cannot change until the end of the transaction. */
export async function snapshotOfParts(part: Part, rootId: number): Promise<Snapshot> {
  const { model, by, name, include, describe } = part;
  const rows = await model.findAll({ where: { [by]: rootId }, include, lock: true });
  if (!describe) return new Map([['', { prefix: '', fields: new Map([[name, rows.length]]) }]]);
  return new Map(
    rows.map((row) => {
      const { identity, key, fields } = describe(row);
      const flat = new Map<string, FieldValue>();
      for (const [field, value] of Object.entries(fields)) flatten(flat, field, value);
      return [identity, { prefix: [name, key].filter(Boolean).join('.'), fields: flat }];
    }),
  );
}

/** The differences between two snapshots, field by field; for a secret field, only that it changed. */
export function differences(model: ModelStatic<Model>, before: Snapshot, after: Snapshot): FieldChange[] {
  const { secret = [] } = auditedOptions(model);
  const changes: FieldChange[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const old = before.get(key);
    const now = after.get(key);
    // A renamed row is logged under its old name.
    const prefix = old?.prefix ?? now?.prefix ?? '';
    for (const name of new Set([...(old?.fields.keys() ?? []), ...(now?.fields.keys() ?? [])])) {
      const change = { before: old?.fields.get(name) ?? null, after: now?.fields.get(name) ?? null };
      if (change.before === change.after) continue;
      const field = [prefix, name].filter(Boolean).join('.');
      changes.push(secret.includes(name) ? { field, before: null, after: CHANGED } : { field, ...change });
    }
  }
  return changes;
}

/** Splits JSON columns into one field per key: `options.Colour`. */
function flatten(into: Map<string, FieldValue>, name: string, value: unknown): void {
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)) {
    for (const [key, inner] of Object.entries(value)) into.set(`${name}.${key}`, plainValue(inner));
  } else {
    into.set(name, plainValue(value));
  }
}
