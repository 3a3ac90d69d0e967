import type { Includeable, Model, ModelStatic } from 'sequelize';
import type { FieldValue } from './field-change.ts';

/** What the log records about an entity, declared on its class with `@Audited`. */
interface AuditedOptions {
  /** The first half of an action, `entity.verb`. */
  entity: string;
  /** The column that people recognise it by. */
  label: string;
  /** The column that identifies it; `id` by default. */
  id?: string;
  /** Columns whose values are not logged, only the fact that they changed. */
  secret?: readonly string[];
  /** Columns that are derived from others: logging them would only add noise. */
  excluded?: readonly string[];
}

/** How the rows of a child table appear in the log entries of their parent entity. */
export interface PartOptions<Row> {
  of: () => ModelStatic<Model>;
  /** The foreign key to the parent. */
  by: keyof Row & string;
  /** The prefix of its fields: `variants` makes `variants.MUG-1.priceCents`. */
  name: string;
  /** The name of a row in the log; without it, the log records only the number of rows. */
  key?: (row: Row) => string;
  /** Matches a row before a change with the same row after it; the key by default. */
  identity?: (row: Row) => string | number;
  /** The fields to record; a field named '' stands for the row itself. */
  fields?: (row: Row) => Record<string, unknown>;
  include?: Includeable[];
}

/** A part as the recorder reads it, independent of the type of its rows. */
export interface Part {
  model: ModelStatic<Model>;
  of: () => ModelStatic<Model>;
  by: string;
  name: string;
  include: Includeable[];
  describe: ((row: Model) => PartRow) | null;
}

export interface PartRow {
  identity: string | number;
  key: string;
  fields: Record<string, unknown>;
}

const entities = new Map<unknown, AuditedOptions>();
const parts = new Map<unknown, Part>();

/** Decorates a subclass of `AuditedModel` with what the log records about it. */
export function Audited(options: AuditedOptions) {
  return (target: ModelStatic<Model>): void => {
    entities.set(target, options);
  };
}

/** Decorates a model whose rows are part of an audited entity: a change to a row is a change to the entity. */
export function PartOf<Row extends Model>(options: PartOptions<Row>) {
  return (model: ModelStatic<Row>): void => {
    const { of, by, name, key, fields, include = [] } = options;
    const identity = options.identity ?? key;
    const describe =
      key && fields && identity
        ? (row: Model): PartRow => {
            if (!isRowOf(model, row)) throw new TypeError(`This is not a row of ${name}.`);
            return { identity: identity(row), key: key(row), fields: fields(row) };
          }
        : null;
    parts.set(model, { model, of, by, name, include, describe });
  };
}

/** The options given to `@Audited` on a class. @throws if the class is not decorated. */
export function auditedOptions(model: unknown): AuditedOptions {
  const options = optionsOf(entities, model);
  if (!options) throw new Error('An AuditedModel needs @Audited on its class.');
  return options;
}

/** The options given to `@PartOf` on a class; undefined if the class is not decorated. */
export function partOptions(model: unknown): Part | undefined {
  return optionsOf(parts, model);
}

/** Also searches the superclasses: `Model.unscoped()` returns a subclass, which inherits the options. */
function optionsOf<Options>(options: Map<unknown, Options>, model: unknown): Options | undefined {
  for (let one = model; typeof one === 'function'; one = Object.getPrototypeOf(one)) {
    const found = options.get(one);
    if (found) return found;
  }
  return undefined;
}

/** Converts a value to what the log stores: JSON scalars unchanged, everything else as text. */
export function plainValue(value: unknown): FieldValue {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return value.toISOString();
  // The database would return a different character for a lone surrogate, which would break the hash chain.
  if (typeof value === 'string') return Buffer.from(value).toString();
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return JSON.stringify(value);
}

/** The value of a column whose name is only known at run time. */
export function columnOf(row: Model, column: string): unknown {
  return Reflect.get(row, column);
}

function isRowOf<Row extends Model>(model: ModelStatic<Row>, row: Model): row is Row {
  return row instanceof model;
}
