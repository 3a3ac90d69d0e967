import type { InferAttributes, InferCreationAttributes } from 'sequelize';
import { AllowNull, Column, DataType, Model, PrimaryKey, Table } from 'sequelize-typescript';

/** A slug that a page used to have, for redirects. A page that has this slug now takes precedence. */
@Table({ tableName: 'former_page_slugs', timestamps: false })
export class FormerPageSlug extends Model<InferAttributes<FormerPageSlug>, InferCreationAttributes<FormerPageSlug>> {
  @PrimaryKey
  @Column(DataType.STRING(120))
  declare slug: string;

  /** Of a page that may be removed by now: an undo brings it back, and its redirects with it. */
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare pageId: number;
}
