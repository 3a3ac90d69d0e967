import { AllowNull, Column, DataType, Default, Table } from 'sequelize-typescript';
import { Audited } from '../base/audited.ts';
import { AuditedModel } from '../base/audited-model.ts';

/** A product category. Categories form a tree: `parentId` is null at the top. */
@Audited({ entity: 'category', label: 'name' })
@Table({ tableName: 'categories' })
export class Category extends AuditedModel<Category> {
  @AllowNull(false)
  @Column(DataType.STRING(120))
  declare slug: string;

  @AllowNull(false)
  @Column(DataType.STRING(120))
  declare name: string;

  @Column(DataType.INTEGER)
  declare parentId: number | null;

  /** Its order among its siblings, lowest first. */
  @AllowNull(false)
  @Default(0)
  @Column(DataType.INTEGER)
  declare position: number;

  /** One of the theme's eight accent colours, 1–8. */
  @AllowNull(false)
  @Default(1)
  @Column(DataType.INTEGER)
  declare accent: number;

  @Column(DataType.STRING(255))
  declare imageUrl: string | null;
}
