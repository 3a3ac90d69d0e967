import { foldText } from '@lantern/text/fold';
import { beginningOf } from '@lantern/text/normal';
import type { Sequelize } from 'sequelize';
import { DataType, type Model } from 'sequelize-typescript';

const KEY_LENGTH = 400;

/** What a name is searched for and sorted by, on every database alike: folded, in a column `nameKey` beside it. */
export function nameKey(name: string): string {
  return beginningOf(foldText(name), KEY_LENGTH);
}

/** For `@Column` of a name with a key: who sets the one has set the other. */
export const named = (length: number) => ({
  type: DataType.STRING(length),
  set(this: Model, name: unknown) {
    this.setDataValue('name', name);
    // What the database works out has no key yet; no change by an admin comes that way.
    if (typeof name === 'string') this.setDataValue('nameKey', nameKey(name));
  },
});

/** For `@Column` of the key. */
export const nameKeyColumn = { type: DataType.STRING(KEY_LENGTH), allowNull: false, defaultValue: '' };

/** What Sequelize says of an update of rows that it has not read. */
interface BulkUpdate {
  model?: { getAttributes(): object };
  attributes?: Record<string, unknown>;
  fields?: PropertyKey[];
}

/** An update of rows that nobody has read names its columns itself: the key comes along all the same. */
export function keepNameKeys(sequelize: Sequelize): void {
  sequelize.addHook('beforeBulkUpdate', ({ model, attributes, fields }: BulkUpdate) => {
    if (typeof attributes?.name !== 'string' || !model || !('nameKey' in model.getAttributes())) return;
    attributes.nameKey = nameKey(attributes.name);
    if (!fields?.includes('nameKey')) fields?.push('nameKey');
  });
}
