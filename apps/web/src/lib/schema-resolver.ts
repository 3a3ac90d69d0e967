import { zodResolver } from '@hookform/resolvers/zod';
import type { FieldValues, Resolver } from 'react-hook-form';
import type { z } from 'zod';
import { inPageWords, loadApiWords } from './api-words.ts';

/** For `useForm`: checks with one of the API's input schemas, and says what is wrong in the page's language. */
export function schemaResolver<Input extends FieldValues, Output>(
  schema: z.ZodType<Output, Input>,
): Resolver<Input, unknown, Output> {
  const resolve = zodResolver(schema);
  return async (...given) => {
    const result = await resolve(...given);
    if (Object.keys(result.errors).length > 0) await loadApiWords();
    translate(result.errors);
    return result;
  };
}

/** Errors are in errors, where fields are lists or have fields of their own; `ref` is an element of the page. */
function translate(errors: object): void {
  for (const [name, error] of Object.entries(errors)) {
    if (name === 'message' && typeof error === 'string')
      Object.assign(errors, { message: inPageWords({ message: error }) });
    else if (name !== 'ref' && typeof error === 'object' && error !== null) translate(error);
  }
}
