import type { InferAttributes } from 'sequelize';
import { AllowNull, Column, DataType, Table } from 'sequelize-typescript';
import { PartOf } from '../base/audited.ts';
import { BaseModel } from '../base/base-model.ts';
import { pick } from '../pick.ts';
import { StorePage } from './store-page.ts';

/** What is written of a page in each language; used everywhere, like `pageFields`. */
export const pageTextFields = ['title', 'markdown'] as const satisfies (keyof InferAttributes<PageText>)[];
export type PageTextFields = Pick<InferAttributes<PageText>, (typeof pageTextFields)[number]>;

/** A page in a language other than the store's first, whose texts the page has itself. */
@PartOf<PageText>({
  of: () => StorePage,
  by: 'pageId',
  name: 'texts',
  key: ({ language }) => language,
  fields: (row) => pick(row, pageTextFields),
})
@Table({ tableName: 'page_texts' })
export class PageText extends BaseModel<PageText> {
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare pageId: number;

  /** ISO 639: "de". */
  @AllowNull(false)
  @Column(DataType.STRING(3))
  declare language: string;

  /** Null, as the next, where the first language's text is shown instead. */
  @Column(DataType.STRING(120))
  declare title: string | null;

  @Column(DataType.TEXT)
  declare markdown: string | null;
}
