import type { MailWording } from '@lantern/db/models/outbox-mail';
import type { z } from 'zod';
import type { Language } from '../words/language.ts';
import type { MailTemplate } from './template.ts';
import { backInStock } from './templates/back-in-stock.ts';
import { emailChange } from './templates/email-change.ts';
import { emailChanged } from './templates/email-changed.ts';
import { emailVerification } from './templates/email-verification.ts';
import { logHead } from './templates/log-head.ts';
import { newDevice } from './templates/new-device.ts';
import { orderCancelled } from './templates/order-cancelled.ts';
import { orderDelivered } from './templates/order-delivered.ts';
import { orderPartiallyShipped } from './templates/order-partially-shipped.ts';
import { orderPlaced } from './templates/order-placed.ts';
import { orderRefunded } from './templates/order-refunded.ts';
import { orderShipped } from './templates/order-shipped.ts';
import { passwordReset } from './templates/password-reset.ts';
import { paymentFailed } from './templates/payment-failed.ts';
import { returnAccepted } from './templates/return-accepted.ts';
import { returnRefused } from './templates/return-refused.ts';
import { shipmentWithdrawn } from './templates/shipment-withdrawn.ts';
import { welcome } from './templates/welcome.ts';

/** Every kind of mail that the store sends. */
const templates = {
  order_placed: orderPlaced,
  payment_failed: paymentFailed,
  order_partially_shipped: orderPartiallyShipped,
  order_shipped: orderShipped,
  shipment_withdrawn: shipmentWithdrawn,
  order_delivered: orderDelivered,
  order_cancelled: orderCancelled,
  order_refunded: orderRefunded,
  return_accepted: returnAccepted,
  return_refused: returnRefused,
  back_in_stock: backInStock,
  welcome,
  password_reset: passwordReset,
  email_verification: emailVerification,
  email_change: emailChange,
  email_changed: emailChanged,
  new_device: newDevice,
  log_head: logHead,
};

export type MailKind = keyof typeof templates;

/** What the mail of each kind is made from. Links are made when it is sent. */
export type MailData = { [Kind in MailKind]: z.input<(typeof templates)[Kind]['schema']> };

/** All kinds, in the sequence of an order's life. */
export const mailKinds = Object.keys(templates);

const isMailKind = (kind: string): kind is MailKind => Object.hasOwn(templates, kind);

/** Undefined for a kind that this version of the store does not send. */
export function findTemplate(kind: string): MailTemplate | undefined {
  return isMailKind(kind) ? templates[kind] : undefined;
}

/** @throws {Error} for such a kind. */
export function templateOf(kind: string): MailTemplate {
  return templates[checked(kind)];
}

/** The store's own words for a kind of mail, which an admin may replace. @throws {Error} for an unknown kind. */
export function ownWording(kind: string, { words }: Language): MailWording {
  const { subject, title, text } = words.mails[checked(kind)];
  return { subject, title, text };
}

function checked(kind: string): MailKind {
  if (!isMailKind(kind)) throw new Error(`There is no mail of the kind ${kind}.`);
  return kind;
}
