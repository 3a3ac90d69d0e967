import type { InferAttributes, InferCreationAttributes } from 'sequelize';
import { AllowNull, BelongsTo, Column, DataType, Model, PrimaryKey, Table } from 'sequelize-typescript';
import { PartOf } from '../base/audited.ts';
import { Category } from './category.ts';
import { Product } from './product.ts';

/**
 * Assigns a product to a category. A product also has a row for every ancestor of its category
 * (`direct` false), so that listing a parent category is one index range scan without walking the tree.
 */
@PartOf<ProductCategory>({
  of: () => Product,
  by: 'productId',
  name: 'categories',
  include: [Category],
  key: ({ category, categoryId }) => category?.slug ?? String(categoryId),
  identity: ({ categoryId }) => categoryId,
  // The key shows the slug, but the value is the id: another category may have the slug later. Rows of
  // ancestors are not logged, since they follow from the direct ones.
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
