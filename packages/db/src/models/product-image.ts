import { AllowNull, Column, DataType, Table } from 'sequelize-typescript';
import { PartOf } from '../activity/audited.ts';
import { BaseModel } from '../base/base-model.ts';
import { Product } from './product.ts';

/** A picture of a product; position 0 is its cover. */
@PartOf<ProductImage>({
  of: () => Product,
  by: 'productId',
  as: 'images',
  key: ({ position }) => String(position),
  tell: ({ url, alt }) => ({ url, alt }),
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
