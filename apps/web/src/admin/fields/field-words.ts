import type { RouterOutputs } from '@lantern/api/types';
import type { FieldWords } from './field-text.ts';
import { type Asked, nestedFields } from './nested-fields.ts';
import { ownFields } from './own-fields.ts';
import { repairWords } from './repair-words.ts';

export type LoggedEntry = RouterOutputs['admin']['activity']['list']['items'][number];
export type LoggedChange = LoggedEntry['changes'][number];

/** The label of a field of this entity type; null if it has none. */
export function fieldWords(type: string, field: string, asked: Asked): FieldWords | null {
  const known = ownFields()[type];
  if (known && Object.hasOwn(known, field)) return known[field] ?? null;
  for (const [pattern, words] of nestedFields[type] ?? []) {
    const found = pattern.exec(field);
    if (found) return words(asked, ...found.slice(1));
  }
  const label = repairWords()[type]?.[field];
  return label === undefined ? null : { label };
}
