import { AllowNull, Column, DataType, Table } from 'sequelize-typescript';
import { BaseModel } from '../base/base-model.ts';

/** A picture of a product; position 0 is its cover. */
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
