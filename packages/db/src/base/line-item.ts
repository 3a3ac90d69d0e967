import type { Model } from 'sequelize-typescript';
import { AllowNull, Column, DataType } from 'sequelize-typescript';
import { BaseModel } from './base-model.ts';

/**
 * A quantity at a unit price. A cart's line follows the catalogue and an order's line is a snapshot of it,
 * but their totals are computed the same way.
 */
export abstract class LineItem<M extends Model> extends BaseModel<M> {
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare quantity: number;

  /** Integer cents, tax included. */
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare unitPriceCents: number;
}
