import { AllowNull, Column, DataType, Table } from 'sequelize-typescript';
import { BaseModel } from '../base/base-model.ts';

/** The last number of a year. Whoever takes one locks the row until the document is stored, so that no number is lost. */
@Table({ tableName: 'invoice_counters' })
export class InvoiceCounter extends BaseModel<InvoiceCounter> {
  /** In the store's time zone. */
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare year: number;

  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare last: number;
}
