import { AllowNull, Column, DataType, Table } from 'sequelize-typescript';
import { Audited } from '../base/audited.ts';
import { AuditedModel } from '../base/audited-model.ts';

/** A group of words that shoppers use interchangeably. */
@Audited({ entity: 'synonym', label: 'words' })
@Table({ tableName: 'search_synonyms' })
export class SearchSynonym extends AuditedModel<SearchSynonym> {
  /** At least two words, separated by a comma and a space: "sofa, couch". */
  @AllowNull(false)
  @Column(DataType.STRING(500))
  declare words: string;
}
