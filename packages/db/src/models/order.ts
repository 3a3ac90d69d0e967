import type { CreationOptional } from 'sequelize';
import { AllowNull, BelongsTo, Column, DataType, Default, Table } from 'sequelize-typescript';
import { Audited } from '../base/audited.ts';
import { AuditedModel } from '../base/audited-model.ts';
import type { OrderStatus } from './order-status.ts';
import { User } from './user.ts';

/** An order's own copy of an address: later changes to the saved address do not affect it. */
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

/** The delivery method of an order as it was bought. */
export interface DeliverySnapshot {
  code: string;
  name: string;
}

/** An order. All amounts are integer cents. */
@Audited({
  entity: 'order',
  label: 'number',
  id: 'number',
  excluded: ['retriedById', 'guestHash', 'guestNameKey', 'deliveryMethod', 'language'],
})
@Table({ tableName: 'orders' })
export class Order extends AuditedModel<Order> {
  /** The number that people see and quote; assigned before the payment. */
  @AllowNull(false)
  @Column(DataType.STRING(20))
  declare number: string;

  /** The account it belongs to; null for a guest's order, until an account claims it. */
  @Column(DataType.INTEGER)
  declare userId: CreationOptional<number | null>;

  /** Hash of the cookie of the guest who placed it; null if a customer did. */
  @Column(DataType.STRING(64))
  declare guestHash: CreationOptional<string | null>;

  /** Where a guest's mails go; null if the order belongs to an account, which has an email of its own. */
  @Column(DataType.STRING(191))
  declare email: CreationOptional<string | null>;

  /** The folded names in the addresses of a guest's order, for searches; null if the order belongs to an account. */
  @Column(DataType.STRING(400))
  declare guestNameKey: CreationOptional<string | null>;

  /** Chosen by the shopper's browser, for guests mixed with their cookie; unique per customer and per guest. */
  @AllowNull(false)
  @Column(DataType.STRING(100))
  declare idempotencyKey: string;

  /** SHA-256 of the payload that the key was first used with: a different payload with the same key is refused. */
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

  /** What a coupon takes off the items; free delivery is in `shippingCents`. */
  @AllowNull(false)
  @Default(0)
  @Column(DataType.INTEGER)
  declare discountCents: CreationOptional<number>;

  /** The promotion's code when the order was placed. */
  @Column(DataType.STRING(40))
  declare couponCode: CreationOptional<string | null>;

  /** The tax included in the total. */
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

  /** Whom its documents are made out to; null if that is the shipping address. */
  @Column(DataType.JSON)
  declare billingAddress: CreationOptional<AddressSnapshot | null>;

  /** Null for orders placed before there was a choice. */
  @Column(DataType.JSON)
  declare deliveryMethod: CreationOptional<DeliverySnapshot | null>;

  /** That of the page it was placed on, for what is mailed about it; null if it is from before that was kept. */
  @Column(DataType.STRING(3))
  declare language: CreationOptional<string | null>;

  @AllowNull(false)
  @Column(DataType.DATE(3))
  declare placedAt: Date;

  /** A note for other admins; shoppers never see it. */
  @Column(DataType.TEXT)
  declare internalNote: CreationOptional<string | null>;

  /** If the payment was declined: the later order with which the shopper completed the purchase. */
  @Column(DataType.INTEGER)
  declare retriedById: CreationOptional<number | null>;

  @BelongsTo(() => User, 'userId')
  declare user?: User;
}
