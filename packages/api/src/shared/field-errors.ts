import type { ZodError } from 'zod';

/**
 * Messages by dotted path ("shippingAddress.city"), as forms and scripts need them. An unknown key gets its own
 * message, so that a misspelt field is reported instead of silently dropped.
 */
export function fieldErrorsOf(error: ZodError): Record<string, string[]> {
  // Not a plain object, because `__proto__` may be a field name.
  const fields = new Map<string, string[]>();
  for (const issue of error.issues) {
    const path = issue.path.map(String);
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
    // For an invalid key the actual messages are in the nested issues.
    const messages = issue.code === 'invalid_key' ? issue.issues.map(({ message }) => message) : [issue.message];
    for (const name of names) {
      const field = [...path, ...(name === undefined ? [] : [name])].join('.') || 'input';
      fields.set(field, [...(fields.get(field) ?? []), ...(name === undefined ? messages : ['Unknown field.'])]);
    }
  }
  return Object.fromEntries(fields);
}
