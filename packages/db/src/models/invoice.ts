import type { Sums } from '@lantern/text/sums';
import type { CreationOptional } from 'sequelize';
import { AllowNull, Column, DataType, Default, Table } from 'sequelize-typescript';
import { BaseModel } from '../base/base-model.ts';
import type { AddressSnapshot } from './order.ts';

export type InvoiceKind = 'invoice' | 'credit_note';

/** Who sells, as printed on documents. */
export interface Seller {
  name: string;
  /** The lines of the postal address. */
  address: string[];
  taxId: string | null;
}

/** A line of a document. Amounts are integer cents, tax included, and positive on a credit note, too. */
export interface InvoiceLine {
  description: string;
  /** Null for what is not an item: delivery, or a partial refund. */
  sku: string | null;
  quantity: number;
  unitPriceCents: number;
  /** What a coupon took off the line; left out of lines without. */
  discountCents?: number;
  /** In whole percent. */
  taxPercent: number;
  /** The tax that the line's total includes. */
  taxCents: number;
  totalCents: number;
}

/** All that a document says, as it was issued. */
export interface InvoiceData {
  /** ISO 639; left out of documents from before there were others than English ones. */
  language?: string;
  seller: Seller;
  buyer: AddressSnapshot;
  orderNumber: string;
  /** The day of issue in the store's time zone, `2026-03-31`. */
  issuedOn: string;
  /** On a credit note: the number of the invoice that it corrects. */
  invoiceNumber: string | null;
  lines: InvoiceLine[];
  /**
   * How the total comes about, as the shopper has seen it. Left out of a credit note for a part, and of documents issued
   * before sums were printed: on these, the discount is part of each amount, and the delivery a line.
   */
  sums?: Sums;
  netCents: number;
  taxCents: number;
  totalCents: number;
}

/** An invoice or a credit note. It is never changed: a mistake is corrected by a credit note. */
@Table({ tableName: 'invoices' })
export class Invoice extends BaseModel<Invoice> {
  /** `2026-000123`. Invoices and credit notes share one sequence. */
  @AllowNull(false)
  @Column(DataType.STRING(20))
  declare number: string;

  /** In the store's time zone. */
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare year: number;

  /** Counts from 1 in each year, without gaps. */
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare sequence: number;

  @AllowNull(false)
  @Column(DataType.STRING(20))
  declare kind: InvoiceKind;

  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare orderId: number;

  /** The refund of a credit note; 0 on an invoice. */
  @AllowNull(false)
  @Default(0)
  @Column(DataType.INTEGER)
  declare refundId: CreationOptional<number>;

  @AllowNull(false)
  @Column(DataType.DATE(3))
  declare issuedAt: Date;

  @AllowNull(false)
  @Column(DataType.JSON)
  declare data: InvoiceData;
}
