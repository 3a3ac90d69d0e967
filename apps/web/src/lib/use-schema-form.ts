import { dequal } from 'dequal/lite';
import { useEffect, useRef } from 'react';
import { type DefaultValues, type FieldPath, type FieldValues, get, useForm } from 'react-hook-form';
import type { z } from 'zod';
import { loadApiWords } from './api-words.ts';
import { schemaResolver } from './schema-resolver.ts';
import { apiError, messageOf } from './trpc.ts';

/**
 * A form based on one of the API's input schemas. A field is validated when it is left non-empty, and from then on
 * while typing, so that an error disappears as soon as it is fixed. With `latest`, the fields that nobody has edited follow
 * what has been saved elsewhere.
 */
export function useSchemaForm<Input extends FieldValues, Output>(
  schema: z.ZodType<Output, Input>,
  defaultValues: DefaultValues<Input>,
  latest?: Input,
) {
  const form = useForm<Input, unknown, Output>({ resolver: schemaResolver(schema), mode: 'onTouched', defaultValues });
  useEffect(() => void loadApiWords(), []);
  const drawn = useRef(new Set<FieldPath<Input>>());
  const shown = useRef(latest);
  useEffect(() => {
    if (!latest || dequal(latest, shown.current)) return;
    shown.current = latest;
    const typed = [...drawn.current].map((name) => ({ name, value: form.getValues(name) }));
    const edited = typed.filter(({ name, value }) => value !== get(form.formState.defaultValues, name));
    form.reset(latest);
    for (const { name, value } of edited) form.setValue(name, value, { shouldDirty: true });
  });

  /** All props of a field in packages/ui: `<TextField label="Email" {...field('email')} />`. */
  function field(name: FieldPath<Input>) {
    drawn.current.add(name);
    const { onBlur, ...rest } = form.register(name);
    return {
      ...rest,
      error: form.getFieldState(name, form.formState).error?.message,
      // Passing through an empty field is not a mistake yet.
      onBlur: async (event: { type: string; target: { value: string } }) => {
        if (event.target.value !== '') await onBlur(event);
      },
    };
  }

  /** Shows the server's errors under the fields they name, or else above the form. */
  function refuse(error: unknown): void {
    const fieldErrors = apiError(error)?.fieldErrors ?? {};
    const named = [...drawn.current].filter((name) => fieldErrors[name]);
    for (const name of named) form.setError(name, { type: 'server', message: fieldErrors[name]?.[0] });
    const [first] = named;
    if (first) form.setFocus(first);
    else form.setError('root', { type: 'server', message: messageOf(error) });
  }

  return { ...form, field, refuse, problem: form.formState.errors.root?.message };
}
