import type { InferAttributes, InferCreationAttributes } from 'sequelize';
import { AllowNull, BelongsTo, Column, DataType, Model, PrimaryKey, Table } from 'sequelize-typescript';
import { PartOf } from '../activity/audited.ts';
import { Category } from './category.ts';
import { Product } from './product.ts';

/**
 * Which category a product is in. A product also gets a row for every ancestor of its category
 * (`direct` false), so that a parent's page is one index range and never walks the tree.
 */
@PartOf<ProductCategory>({
  of: () => Product,
  by: 'productId',
  name: 'categories',
  include: [Category],
  key: ({ category, categoryId }) => category?.slug ?? String(categoryId),
  identity: ({ categoryId }) => categoryId,
  // Called by its address for people, told by its number: another may have the address tomorrow. The
  // ancestors' rows follow from the direct ones.
  fields: ({ direct, categoryId }) => (direct ? { '': categoryId } : {}),
})
@Table({ tableName: 'product_categories', timestamps: false })
export class ProductCategory extends Model<InferAttributes<ProductCategory>, InferCreationAttributes<ProductCategory>> {
  @PrimaryKey
  @Column(DataType.INTEGER)
  declare categoryId: number;

  @PrimaryKey
  @Column(DataType.INTEGER)
  declare productId: number;

  @AllowNull(false)
  @Column(DataType.BOOLEAN)
  declare direct: boolean;

  @BelongsTo(() => Category, 'categoryId')
  declare category?: Category;

  @BelongsTo(() => Product, 'productId')
  declare product?: Product;
}
