import { AllowNull, Column, DataType, Table } from 'sequelize-typescript';
import { Audited } from '../activity/audited.ts';
import { AuditedModel } from '../base/audited-model.ts';

/** A group of words that shoppers use for the same thing. */
@Audited({ entity: 'synonym', label: 'words' })
@Table({ tableName: 'search_synonyms' })
export class SearchSynonym extends AuditedModel<SearchSynonym> {
  /** "sofa, couch": two at least, a comma and a blank between them. */
  @AllowNull(false)
  @Column(DataType.STRING(500))
  declare words: string;
}
