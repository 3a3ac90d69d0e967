import { foldText } from '@lantern/text/fold';
import { truncate } from '@lantern/text/normalize';
import type { Sequelize } from 'sequelize';
import { DataType, type Model } from 'sequelize-typescript';

const KEY_LENGTH = 400;

/** The folded form of a name, stored in the column `nameKey`: searching and sorting by it works alike on every database. */
export function nameKey(name: string): string {
  return truncate(foldText(name), KEY_LENGTH);
}

/** Options of `@Column` for a name that has a key: setting the name also sets the key. */
export const nameColumn = (length: number) => ({
  type: DataType.STRING(length),
  set(this: Model, name: unknown) {
    this.setDataValue('name', name);
    // An SQL expression has no key until the database has evaluated it; admins' changes never use one.
    if (typeof name === 'string') this.setDataValue('nameKey', nameKey(name));
    else if (name === null) this.setDataValue('nameKey', null);
  },
});

/** Options of `@Column` for the key. */
export const nameKeyColumn = { type: DataType.STRING(KEY_LENGTH), allowNull: false, defaultValue: '' };

/** What Sequelize passes to a hook about a bulk update. */
interface BulkUpdate {
  model?: { getAttributes(): object };
  attributes?: Record<string, unknown>;
  fields?: PropertyKey[];
}

/** Updates `nameKey` in bulk updates of `name` too, where the setter of `nameColumn` does not run. */
export function maintainNameKeys(sequelize: Sequelize): void {
  sequelize.addHook('beforeBulkUpdate', ({ model, attributes, fields }: BulkUpdate) => {
    const name = attributes?.name;
    if (!attributes || !(typeof name === 'string' || name === null)) return;
    if (!model || !('nameKey' in model.getAttributes())) return;
    attributes.nameKey = name === null ? null : nameKey(name);
    if (!fields?.includes('nameKey')) fields?.push('nameKey');
  });
}
