import { plainValue } from '@lantern/db/base/audited';
import type { FieldChange, FieldValue } from '@lantern/db/base/field-change';
import type { z } from 'zod';
import { ShopError } from '../../shared/shop-error.ts';

/** For an undo of a field that has changed since. */
export function changedSince(field: string): ShopError {
  return new ShopError('CONFLICT', `This can no longer be undone: “${field}” has been changed since.`, {
    reason: 'changed_since',
    details: { field },
  });
}

/** For a change that cannot be undone, or no longer. */
export function notUndoable(): ShopError {
  return new ShopError('CONFLICT', "This change can't be undone.", { reason: 'not_undoable' });
}

/** @throws {ShopError} CONFLICT `changed_since` if the field no longer has the value that the change gave it. */
export function assertUnchanged({ field, after }: FieldChange, current: unknown): void {
  if (plainValue(current) !== after) throw changedSince(field);
}

/** What changes did to an entity, by a `field` that it cannot be without. */
export function effectOn(changes: FieldChange[], field: string): 'created' | 'removed' | 'changed' {
  const change = changes.find((one) => one.field === field);
  if (!change) return 'changed';
  return change.before === null ? 'created' : change.after === null ? 'removed' : 'changed';
}

/** The values of the fields before the changes. */
export function fieldsBefore(changes: FieldChange[]): Record<string, FieldValue> {
  return Object.fromEntries(changes.map(({ field, before }) => [field, before]));
}

/**
 * Input for the entity's service, validated like any other.
 * @throws {ShopError} CONFLICT `changed_since` if the old values are no longer valid with the current ones.
 */
export function parseOrConflict<Input>(schema: z.ZodType<Input>, input: Record<string, unknown>): Input {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw changedSince(parsed.error.issues[0]?.path.join('.') ?? 'it');
}
