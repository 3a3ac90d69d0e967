import type { CreationOptional } from 'sequelize';
import { AllowNull, Column, DataType, Default, Table } from 'sequelize-typescript';
import { Audited } from '../base/audited.ts';
import { AuditedModel } from '../base/audited-model.ts';

/** A way to deliver an order. */
@Audited({ entity: 'delivery_method', label: 'name', excluded: ['version'] })
@Table({ tableName: 'delivery_methods' })
export class DeliveryMethod extends AuditedModel<DeliveryMethod> {
  /** Names it for good: "express". */
  @AllowNull(false)
  @Column(DataType.STRING(40))
  declare code: string;

  @AllowNull(false)
  @Column(DataType.STRING(60))
  declare name: string;

  @AllowNull(false)
  @Column(DataType.STRING(200))
  declare description: string;

  /** Integer cents, tax included. */
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare priceCents: number;

  /** The subtotal from which it costs nothing, integer cents; null if it never does. */
  @Column(DataType.INTEGER)
  declare freeFromCents: number | null;

  /** Working days until it arrives. */
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare minDays: number;

  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare maxDays: number;

  /** The ISO codes of the countries it goes to, separated by a comma and a space: "FR, GB". Null for everywhere. */
  @Column(DataType.STRING(1000))
  declare countries: string | null;

  /** Whether shoppers are offered it. */
  @AllowNull(false)
  @Column(DataType.BOOLEAN)
  declare active: boolean;

  /** Its order among all methods, lowest first. */
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare position: number;

  /** Counts the changes, so that two admins notice each other's. */
  @AllowNull(false)
  @Default(1)
  @Column(DataType.INTEGER)
  declare version: CreationOptional<number>;
}
