import type { FieldChange } from '@lantern/db/base/field-change';
import { assertUnchanged } from './undo-fields.ts';

/** What has been written in other languages, by language and field. */
type Texts = Readonly<Record<string, Readonly<Record<string, string | null>>>>;

/**
 * The texts that `changes` have replaced, as input for the service of their product or category.
 * @throws {ShopError} CONFLICT `changed_since` if one of them no longer has the value that the changes gave it.
 */
export function textsBefore(changes: FieldChange[], current: Texts): Record<string, Record<string, unknown>> {
  const before: Record<string, Record<string, unknown>> = {};
  for (const change of changes) {
    const [, language = '', field = ''] = change.field.split('.');
    assertUnchanged(change, current[language]?.[field]);
    before[language] = { ...before[language], [field]: change.before };
  }
  return before;
}
