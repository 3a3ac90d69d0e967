import { apiError, messageOf } from '../../lib/trpc.ts';
import { fieldWords } from './field-words.ts';

/** Why a change of this kind of thing was not undone, with the field that is in the way by its name. */
export function undoProblem(error: unknown, type: string): string {
  const { reason, details } = apiError(error) ?? {};
  const field = reason === 'changed_since' ? details?.field : undefined;
  const asked = { names: { categoryAt: () => undefined }, variant: (sku: string) => sku };
  const words = field === undefined ? null : fieldWords(type, String(field), asked);
  return words ? `This can no longer be undone: “${words.label}” has been changed since.` : messageOf(error);
}
