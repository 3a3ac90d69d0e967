import type { CreationOptional } from 'sequelize';
import { AllowNull, BelongsTo, Column, DataType, Table } from 'sequelize-typescript';
import { Audited } from '../activity/audited.ts';
import { AuditedModel } from '../base/audited-model.ts';
import type { OrderStatus } from './order-status.ts';
import { User } from './user.ts';

/** An order's own copy of where it goes: later changes of the saved address never reach it. */
export interface AddressSnapshot {
  fullName: string;
  line1: string;
  line2: string | null;
  city: string;
  region: string | null;
  postalCode: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  phone: string | null;
}

/** A promise between shopper and shop. All amounts are integer cents. */
@Audited({ entity: 'order', label: 'number', id: 'number', excluded: ['retriedById'] })
@Table({ tableName: 'orders' })
export class Order extends AuditedModel<Order> {
  /** What people see and say on the phone; known before any money moves. */
  @AllowNull(false)
  @Column(DataType.STRING(20))
  declare number: string;

  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare userId: number;

  /** Chosen by the shopper's browser: unique for the user, so that one checkout is one order. */
  @AllowNull(false)
  @Column(DataType.STRING(100))
  declare idempotencyKey: string;

  /** SHA-256 of what the key was first used for: another payload under the same key is refused. */
  @AllowNull(false)
  @Column(DataType.STRING(64))
  declare payloadHash: string;

  @AllowNull(false)
  @Column(DataType.STRING(20))
  declare status: OrderStatus;

  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare subtotalCents: number;

  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare shippingCents: number;

  /** The share of tax that is included in the total. */
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare taxCents: number;

  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare totalCents: number;

  /** Sum of the lines' quantities. */
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare itemCount: number;

  @AllowNull(false)
  @Column(DataType.JSON)
  declare shippingAddress: AddressSnapshot;

  @AllowNull(false)
  @Column(DataType.DATE(3))
  declare placedAt: Date;

  /** What admins tell each other about it; shoppers never see it. */
  @Column(DataType.TEXT)
  declare internalNote: CreationOptional<string | null>;

  /** Of a try whose payment was declined: the order by which the same shopper bought it in the end. */
  @Column(DataType.INTEGER)
  declare retriedById: CreationOptional<number | null>;

  @BelongsTo(() => User, 'userId')
  declare user?: User;
}
