import { AllowNull, Column, DataType, Table } from 'sequelize-typescript';
import { PartOf } from '../base/audited.ts';
import { BaseModel } from '../base/base-model.ts';
import { Category } from './category.ts';

/** The name of a category in a language other than the store's first. */
@PartOf<CategoryText>({
  of: () => Category,
  by: 'categoryId',
  name: 'texts',
  key: ({ language }) => language,
  fields: ({ name }) => ({ name }),
})
@Table({ tableName: 'category_texts' })
export class CategoryText extends BaseModel<CategoryText> {
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare categoryId: number;

  /** ISO 639: "de". */
  @AllowNull(false)
  @Column(DataType.STRING(3))
  declare language: string;

  @AllowNull(false)
  @Column(DataType.STRING(120))
  declare name: string;
}
