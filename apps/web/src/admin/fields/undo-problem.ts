import { t } from '@lingui/core/macro';
import { apiError, messageOf } from '../../lib/trpc.ts';
import { fieldWords } from './field-words.ts';

/** Why an entry could not be undone, naming the field that has changed since. */
export function undoProblem(error: unknown, type: string): string {
  const { reason, details } = apiError(error) ?? {};
  const field = reason === 'changed_since' ? details?.field : undefined;
  const asked = { names: { categoryAt: () => undefined }, variant: (sku: string) => sku };
  const words = field === undefined ? null : fieldWords(type, String(field), asked);
  return words
    ? t`This can no longer be undone: “${{ field: words.label }}” has been changed since.`
    : messageOf(error);
}
