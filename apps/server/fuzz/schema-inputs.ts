import fc from 'fast-check';
import { z } from 'zod';

/** Values of the store for a field of this name, so that inputs reach what exists; none if it is any. */
export type ValuesOf = (field: string) => readonly unknown[];

type Schema = z.core.JSONSchema._JSONSchema;

/** Longer lists and texts are hostile values. */
const MAX_ITEMS = 3;
const MAX_TEXT = 30;

/** Inputs that a procedure with these schemas takes, as far as its schemas can be read. */
export function validInput(schemas: readonly z.ZodType[], valuesOf: ValuesOf): fc.Arbitrary<unknown> {
  const parts = schemas.map((schema) =>
    fromSchema(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), '', valuesOf),
  );
  const own = parts.at(-1) ?? fc.constant(undefined);
  if (parts.length < 2) return own;
  // Each reads its own fields of one object; those of the first ones can be left out.
  const all = fc.tuple(...parts).map((values) => Object.assign({}, ...values));
  return fc.oneof({ weight: 4, arbitrary: own }, all);
}

function fromSchema(schema: Schema, field: string, valuesOf: ValuesOf): fc.Arbitrary<unknown> {
  const known = valuesOf(field);
  const any = byType(schema, field, valuesOf);
  return known.length > 0 ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, any) : any;
}

function byType(schema: Schema, field: string, valuesOf: ValuesOf): fc.Arbitrary<unknown> {
  if (typeof schema === 'boolean') return fc.jsonValue({ maxDepth: 1 });
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => fromSchema(choice, field, valuesOf)));
  switch (schema.type) {
    case 'object':
      return objectOf(schema, valuesOf);
    case 'array': {
      const { items = true, minItems: minLength = 0, maxItems = MAX_ITEMS } = schema;
      const maxLength = Math.max(minLength, Math.min(maxItems, MAX_ITEMS));
      return Array.isArray(items)
        ? fc.constant([])
        : fc.array(fromSchema(items, field, valuesOf), { minLength, maxLength });
    }
    case 'string':
      return textOf(schema);
    case 'integer': {
      const { minimum: min = -(2 ** 31), maximum: max = 2 ** 31 } = schema;
      return fc.oneof(fc.integer({ min, max }), fc.integer({ min, max: Math.min(max, min + 100) }));
    }
    case 'number':
      return fc.double({ min: schema.minimum ?? -1e6, max: schema.maximum ?? 1e6, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

function objectOf(schema: z.core.JSONSchema.BaseSchema, valuesOf: ValuesOf): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties: others, propertyNames: names } = schema;
  const fields = Object.entries(properties).map(([name, of]) => [name, fromSchema(of, name, valuesOf)] as const);
  const own = fc.record(Object.fromEntries(fields), { requiredKeys: [...required] });
  if (!others || others === true) return own;
  const keys = fromSchema(names ?? { type: 'string' }, '', valuesOf).map(String);
  const more = fc.dictionary(keys, fromSchema(others, '', valuesOf), { maxKeys: MAX_ITEMS });
  return fc.tuple(own, more).map(([first, rest]) => ({ ...rest, ...first }));
}

function textOf({
  format,
  pattern,
  minLength = 0,
  maxLength = MAX_TEXT,
}: z.core.JSONSchema.BaseSchema): fc.Arbitrary<string> {
  if (format === 'date-time') {
    const days = { min: new Date('1970-01-01'), max: new Date('2999-12-31'), noInvalidDate: true };
    return fc.date(days).map((date) => date.toISOString());
  }
  if (pattern) return fc.stringMatching(new RegExp(pattern));
  const short = fc.string({
    unit: 'grapheme',
    minLength,
    maxLength: Math.max(minLength, Math.min(maxLength, MAX_TEXT)),
  });
  const longest = fc.constant('x'.repeat(Math.min(maxLength, 2000)));
  return fc.oneof({ weight: 5, arbitrary: short }, longest);
}
