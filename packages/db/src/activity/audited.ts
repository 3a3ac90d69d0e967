import type { Model, ModelStatic } from 'sequelize';
import type { FieldValue } from '../models/activity-entry.ts';

/** What the log records of an entity, declared on its class by `@Audited`. */
interface AuditedOptions {
  /** The first half of `entity.verb`. */
  entity: string;
  /** The column that people know it by. */
  label: string;
  /** The column that addresses it; `id` unless said otherwise. */
  id?: string;
  /** Columns of which the log records only that they changed. */
  secret?: readonly string[];
  /** Columns that are derived from others and would only be noise. */
  excluded?: readonly string[];
}

/** How the rows of a child table show in the entry of the entity that they belong to. */
export interface PartOptions<Row> {
  of: () => ModelStatic<Model>;
  /** The column that leads to it. */
  by: keyof Row & string;
  /** What its fields begin with: `variants` makes `variants.MUG-1.priceCents`. */
  name: string;
  /** What a row is called in the log; left out, the log records only how many rows there are. */
  key?: (row: Row) => string;
  /** What makes a row the same row before and after; its key unless said otherwise. */
  identity?: (row: Row) => string | number;
  /** The fields that are recorded; a field named '' stands for the row itself. */
  fields?: (row: Row) => Record<string, unknown>;
  include?: ModelStatic<Model>[];
}

/** A part as the recorder reads it, whatever its rows are. */
export interface Part {
  model: ModelStatic<Model>;
  of: () => ModelStatic<Model>;
  by: string;
  name: string;
  include: ModelStatic<Model>[];
  describe: ((row: Model) => PartRow) | null;
}

export interface PartRow {
  identity: string | number;
  key: string;
  fields: Record<string, unknown>;
}

const entities = new Map<unknown, AuditedOptions>();
const parts = new Map<unknown, Part>();

/** On a child of `AuditedModel`: what the log records of it. */
export function Audited(options: AuditedOptions) {
  return (target: ModelStatic<Model>): void => {
    entities.set(target, options);
  };
}

/** On a table whose rows are part of an audited entity: a change of one is a change of the entity. */
export function PartOf<Row extends Model>(options: PartOptions<Row>) {
  return (model: ModelStatic<Row>): void => {
    const { of, by, name, key, fields, include = [] } = options;
    const identity = options.identity ?? key;
    const describe =
      key && fields && identity
        ? (row: Model): PartRow => {
            if (!isRowOf(model, row)) throw new TypeError(`Not a row of ${name}.`);
            return { identity: identity(row), key: key(row), fields: fields(row) };
          }
        : null;
    parts.set(model, { model, of, by, name, include, describe });
  };
}

/** The options that `@Audited` gave a class. @throws where it has none. */
export function auditedOptions(model: unknown): AuditedOptions {
  const options = optionsOf(entities, model);
  if (!options) throw new Error('An AuditedModel needs @Audited on its class.');
  return options;
}

/** The options that `@PartOf` gave a class; undefined for one that is no part. */
export function partOptions(model: unknown): Part | undefined {
  return optionsOf(parts, model);
}

/** `Model.unscoped()` makes a child of the class, which inherits its options. */
function optionsOf<Options>(options: Map<unknown, Options>, model: unknown): Options | undefined {
  for (let one = model; typeof one === 'function'; one = Object.getPrototypeOf(one)) {
    const found = options.get(one);
    if (found) return found;
  }
  return undefined;
}

/** A value as the log stores it: JSON's scalars as they are, everything else as text. */
export function plainValue(value: unknown): FieldValue {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return value.toISOString();
  // A lone surrogate would come back from the database as another character, and break the chain.
  if (typeof value === 'string') return Buffer.from(value).toString();
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return JSON.stringify(value);
}

/** A column whose name is known only at run time. */
export function columnOf(row: Model, column: string): unknown {
  return Reflect.get(row, column);
}

function isRowOf<Row extends Model>(model: ModelStatic<Row>, row: Model): row is Row {
  return row instanceof model;
}
