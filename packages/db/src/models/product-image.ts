import type { InferAttributes } from 'sequelize';
import { AllowNull, Column, DataType, Table } from 'sequelize-typescript';
import { PartOf } from '../base/audited.ts';
import { BaseModel } from '../base/base-model.ts';
import { pick } from '../pick.ts';
import { Product } from './product.ts';

/** The editable fields of an image; used everywhere, like `variantFields`. */
export const imageFields = ['url', 'alt'] as const satisfies (keyof InferAttributes<ProductImage>)[];
export type ImageFields = Pick<InferAttributes<ProductImage>, (typeof imageFields)[number]>;

/** An image of a product; position 0 is its featured image. */
@PartOf<ProductImage>({
  of: () => Product,
  by: 'productId',
  name: 'images',
  key: ({ position }) => String(position),
  fields: (row) => pick(row, imageFields),
})
@Table({ tableName: 'product_images' })
export class ProductImage extends BaseModel<ProductImage> {
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare productId: number;

  @AllowNull(false)
  @Column(DataType.STRING(255))
  declare url: string;

  @AllowNull(false)
  @Column(DataType.STRING(255))
  declare alt: string;

  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare position: number;
}
