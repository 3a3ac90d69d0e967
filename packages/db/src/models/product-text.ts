import type { CreationOptional, InferAttributes } from 'sequelize';
import { AllowNull, Column, DataType, Table } from 'sequelize-typescript';
import { PartOf } from '../base/audited.ts';
import { BaseModel } from '../base/base-model.ts';
import { nameColumn } from '../base/name-key.ts';
import { pick } from '../pick.ts';
import { Product } from './product.ts';

/** What is written of a product in each language; used everywhere, like `productFields`. */
export const textFields = ['name', 'tagline', 'description'] as const satisfies (keyof InferAttributes<ProductText>)[];
export type TextFields = Pick<InferAttributes<ProductText>, (typeof textFields)[number]>;

/** The texts of a product in a language other than the store's first, whose texts the product has itself. */
@PartOf<ProductText>({
  of: () => Product,
  by: 'productId',
  name: 'texts',
  key: ({ language }) => language,
  fields: (row) => pick(row, textFields),
})
@Table({ tableName: 'product_texts' })
export class ProductText extends BaseModel<ProductText> {
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare productId: number;

  /** ISO 639: "de". */
  @AllowNull(false)
  @Column(DataType.STRING(3))
  declare language: string;

  /** Null, as any of these, where the first language's text is shown instead. */
  @Column(nameColumn(160))
  declare name: string | null;

  /** Follows the name, null where that is: lists by name are sorted by it. */
  @Column(DataType.STRING(400))
  declare nameKey: CreationOptional<string | null>;

  @Column(DataType.STRING(40))
  declare tagline: string | null;

  @Column(DataType.TEXT)
  declare description: string | null;
}
