import { plainValue } from '@lantern/db/activity/audited';
import type { FieldChange, FieldValue } from '@lantern/db/models/activity-entry';
import type { z } from 'zod';
import { ShopError } from '../../shared/shop-error.ts';

/** What an undo finds in the way. */
export function changedSince(field: string): ShopError {
  return new ShopError('CONFLICT', `This can no longer be undone: “${field}” has been changed since.`, {
    reason: 'changed_since',
    details: { field },
  });
}

/** There is no way back from such a change, or not any longer. */
export function notUndoable(): ShopError {
  return new ShopError('CONFLICT', "This change can't be undone.", { reason: 'not_undoable' });
}

/** @throws {ShopError} CONFLICT `changed_since` when the field is no longer what the change made it. */
export function refuseChanged({ field, after }: FieldChange, present: unknown): void {
  if (plainValue(present) !== after) throw changedSince(field);
}

/** What stood in the fields before the changes. */
export function fieldsBefore(changes: FieldChange[]): Record<string, FieldValue> {
  return Object.fromEntries(changes.map(({ field, before }) => [field, before]));
}

/**
 * Input for the thing's own service, checked like anybody's.
 * @throws {ShopError} CONFLICT `changed_since` where what was right before no longer fits to the rest.
 */
export function accepted<Input>(schema: z.ZodType<Input>, input: Record<string, unknown>): Input {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw changedSince(parsed.error.issues[0]?.path.join('.') ?? 'it');
}
