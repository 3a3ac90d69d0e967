import { AllowNull, Column, DataType, Table } from 'sequelize-typescript';
import { Audited } from '../base/audited.ts';
import { AuditedModel } from '../base/audited-model.ts';

/** The filters and the order of a list of the admin area, under a name that an admin has given them for themselves. */
@Audited({ entity: 'view', label: 'name' })
@Table({ tableName: 'saved_views' })
export class SavedView extends AuditedModel<SavedView> {
  /** The list that it is a view of: "orders". */
  @AllowNull(false)
  @Column(DataType.STRING(20))
  declare list: string;

  /** There is one view of a name per user and list. */
  @AllowNull(false)
  @Column(DataType.STRING(60))
  declare name: string;

  /** What the list's page reads of its URL: "status=paid&range=today". */
  @AllowNull(false)
  @Column(DataType.STRING(1500))
  declare query: string;

  /** Whose it is. */
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare userId: number;
}
