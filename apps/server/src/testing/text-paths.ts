/* Access to fields by dotted path, in the notation of `textInputs`: `*` stands for the items of a list or record, `{}` for keys. */

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A copy of `input` with `text` in a field; `*` and `{}` select the first item or key. */
export function withText(input: Json, [name, ...rest]: string[], text: string): Json {
  if (name === undefined) return text;
  if (Array.isArray(input)) return [withText(input[0] ?? null, rest, text), ...input.slice(1)];
  const fields = typeof input === 'object' && input !== null ? input : {};
  const [[first, value] = ['first', 1], ...others] = Object.entries(fields);
  if (name === '{}') return Object.fromEntries([[text, value], ...others]);
  const key = name === '*' ? first : name;
  return { ...fields, [key]: withText(fields[key] ?? null, rest, text) };
}

/** All values of a field; empty if the document does not have the field. */
export function textsAt(document: unknown, [name, ...rest]: string[]): unknown[] {
  if (name === undefined) return [document];
  if (typeof document !== 'object' || document === null) return [];
  if (name === '{}') return Object.keys(document);
  if (name === '*') return Object.values(document).flatMap((one) => textsAt(one, rest));
  return Object.hasOwn(document, name) ? textsAt(Reflect.get(document, name), rest) : [];
}
