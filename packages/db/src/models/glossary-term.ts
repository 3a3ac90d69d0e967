import { AllowNull, Column, DataType, Table } from 'sequelize-typescript';
import { Audited } from '../base/audited.ts';
import { AuditedModel } from '../base/audited-model.ts';

/** What a short text of the store is called in a language other than its first, wherever it is shown. */
@Audited({ entity: 'term', label: 'source' })
@Table({ tableName: 'glossary_terms' })
export class GlossaryTerm extends AuditedModel<GlossaryTerm> {
  /** ISO 639: "de". */
  @AllowNull(false)
  @Column(DataType.STRING(3))
  declare language: string;

  /** In the store's first language: "Colour". */
  @AllowNull(false)
  @Column(DataType.STRING(200))
  declare source: string;

  @AllowNull(false)
  @Column(DataType.STRING(255))
  declare text: string;
}
