import type { CreationOptional, InferAttributes } from 'sequelize';
import { AllowNull, Column, DataType, Default, Table } from 'sequelize-typescript';
import { Audited } from '../base/audited.ts';
import { AuditedModel } from '../base/audited-model.ts';

/** What admins decide about a page. */
export const pageFields = [
  'slug',
  'title',
  'markdown',
  'inFooter',
  'position',
  'published',
] as const satisfies (keyof InferAttributes<StorePage>)[];

/** A page that admins write: how the store delivers, what it does with data. */
@Audited({ entity: 'page', label: 'title', excluded: ['version'] })
@Table({ tableName: 'pages' })
export class StorePage extends AuditedModel<StorePage> {
  /** Its name in the URL, unique. */
  @AllowNull(false)
  @Column(DataType.STRING(120))
  declare slug: string;

  @AllowNull(false)
  @Column(DataType.STRING(120))
  declare title: string;

  @AllowNull(false)
  @Column(DataType.TEXT)
  declare markdown: string;

  /** Whether the footer of every page links to it. */
  @AllowNull(false)
  @Column(DataType.BOOLEAN)
  declare inFooter: boolean;

  /** Its place among the links of the footer, lowest first. */
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare position: number;

  /** Whether anybody but admins can read it. */
  @AllowNull(false)
  @Column(DataType.BOOLEAN)
  declare published: boolean;

  /** Counts the changes, so that two admins notice each other's. */
  @AllowNull(false)
  @Default(1)
  @Column(DataType.INTEGER)
  declare version: CreationOptional<number>;
}
