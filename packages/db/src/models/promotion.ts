import type { CreationOptional, InferAttributes } from 'sequelize';
import { AllowNull, Column, DataType, Default, Table } from 'sequelize-typescript';
import { Audited } from '../base/audited.ts';
import { AuditedModel } from '../base/audited-model.ts';

export type PromotionKind = 'percent' | 'fixed' | 'free_delivery';

/** What admins decide about a promotion. */
export const promotionFields = [
  'code',
  'kind',
  'percent',
  'amountCents',
  'minSubtotalCents',
  'categoryIds',
  'startsAt',
  'endsAt',
  'usageLimit',
  'perCustomerLimit',
  'active',
] as const satisfies (keyof InferAttributes<Promotion>)[];

/** A reduction that shoppers get by typing a code. */
@Audited({ entity: 'promotion', label: 'code', excluded: ['used', 'version'] })
@Table({ tableName: 'promotions' })
export class Promotion extends AuditedModel<Promotion> {
  /** Unique whatever its case. */
  @AllowNull(false)
  @Column(DataType.STRING(40))
  declare code: string;

  @AllowNull(false)
  @Column(DataType.STRING(20))
  declare kind: PromotionKind;

  /** Of `percent`: what it takes off, in whole percent. */
  @Column(DataType.INTEGER)
  declare percent: number | null;

  /** Of `fixed`: what it takes off. */
  @Column(DataType.INTEGER)
  declare amountCents: number | null;

  /** What the items that it applies to must be worth. */
  @Column(DataType.INTEGER)
  declare minSubtotalCents: number | null;

  /** The categories that it applies to, with those below them; none stands for everything. */
  @AllowNull(false)
  @Column(DataType.JSON)
  declare categoryIds: number[];

  /** Valid from then on. */
  @Column(DataType.DATE(3))
  declare startsAt: Date | null;

  /** Valid until just before then. */
  @Column(DataType.DATE(3))
  declare endsAt: Date | null;

  /** How many orders may use it. */
  @Column(DataType.INTEGER)
  declare usageLimit: number | null;

  /** How many orders of one customer may use it. */
  @Column(DataType.INTEGER)
  declare perCustomerLimit: number | null;

  @AllowNull(false)
  @Column(DataType.BOOLEAN)
  declare active: boolean;

  /** How many orders use it, without those that failed or were cancelled. Only ever changed in SQL. */
  @AllowNull(false)
  @Default(0)
  @Column(DataType.INTEGER)
  declare used: CreationOptional<number>;

  /** Incremented by every edit, so that two admins do not overwrite each other. */
  @AllowNull(false)
  @Default(1)
  @Column(DataType.INTEGER)
  declare version: CreationOptional<number>;
}
