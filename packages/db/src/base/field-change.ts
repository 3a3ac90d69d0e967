/** A value as the activity log stores it: JSON's scalars, everything else as text. */
export type FieldValue = string | number | boolean | null;

/** One field of a change; `before` is null if the entity is new. */
export interface FieldChange {
  field: string;
  before: FieldValue;
  after: FieldValue;
}
