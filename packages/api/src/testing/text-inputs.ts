import { z } from 'zod';
import { appRouter } from '../router.ts';

/** The free-text input fields of every mutation, as dotted paths: `variants.*.sku`, `options.{}` for a key. */
export function textInputs(): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries<unknown>(appRouter._def.procedures)
      .map(([path, procedure]) => [path, Reflect.get(Object(procedure), '_def')] as const)
      .filter(([, { type }]) => type === 'mutation')
      .map(([path, { inputs }]) => [path, [...new Set<string>(inputs.flatMap(textsOf))].sort()] as const)
      .filter(([, texts]) => texts.length > 0),
  );
}

function textsOf(input: unknown): string[] {
  if (!(input instanceof z.ZodType)) throw new TypeError('An input must be a schema.');
  return [...texts(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }), '')];
}

type Schema = z.core.JSONSchema._JSONSchema | z.core.JSONSchema._JSONSchema[] | undefined;

function* texts(schema: Schema, path: string): Generator<string> {
  if (typeof schema !== 'object') return;
  if (Array.isArray(schema)) {
    for (const alternative of schema) yield* texts(alternative, path);
    return;
  }
  const { type, format, properties = {}, items, anyOf, oneOf, allOf, additionalProperties, propertyNames } = schema;
  // Enums, constants and times are not free text.
  const isFree = schema.enum === undefined && schema.const === undefined && format !== 'date-time';
  if (type === 'string' && isFree) yield path;
  const under = (name: string) => (path === '' ? name : `${path}.${name}`);
  for (const [name, field] of Object.entries(properties)) yield* texts(field, under(name));
  for (const alternatives of [anyOf, oneOf, allOf]) yield* texts(alternatives, path);
  yield* texts(items, under('*'));
  yield* texts(additionalProperties, under('*'));
  yield* texts(propertyNames, under('{}'));
}
