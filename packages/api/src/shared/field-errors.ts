import type { ZodError } from 'zod';

/**
 * Messages by dotted path ("shippingAddress.city"), as forms and scripts want them. A key the schema
 * does not know is named itself, so that a misspelt field is told and not just dropped.
 */
export function fieldErrorsOf(error: ZodError): Record<string, string[]> {
  // Not a plain object: `__proto__` is a field like any other here.
  const fields = new Map<string, string[]>();
  for (const issue of error.issues) {
    const path = issue.path.map(String);
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
    // Of a key the schema only says that it is wrong; what is wrong with it stands inside.
    const messages = issue.code === 'invalid_key' ? issue.issues.map(({ message }) => message) : [issue.message];
    for (const name of names) {
      const field = [...path, ...(name === undefined ? [] : [name])].join('.') || 'input';
      fields.set(field, [...(fields.get(field) ?? []), ...(name === undefined ? messages : ['Unknown field.'])]);
    }
  }
  return Object.fromEntries(fields);
}
