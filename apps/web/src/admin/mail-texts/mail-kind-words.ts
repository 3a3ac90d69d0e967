import type { MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';

interface KindWords {
  name: MessageDescriptor;
  /** When such a mail is sent. */
  occasion: MessageDescriptor;
}

const kinds: Record<string, KindWords> = {
  order_placed: { name: msg`Order placed`, occasion: msg`When an order has been paid.` },
  payment_failed: {
    name: msg`Payment failed`,
    occasion: msg`When a bank declines the payment of an order, and the items are back in the cart.`,
  },
  order_partially_shipped: {
    name: msg`Order partially shipped`,
    occasion: msg`When a parcel leaves with some of an order.`,
  },
  order_shipped: { name: msg`Order shipped`, occasion: msg`When an order has left, or the last parcel of it.` },
  shipment_withdrawn: {
    name: msg`Shipment withdrawn`,
    occasion: msg`When you take a shipment back that a mail has announced.`,
  },
  order_delivered: { name: msg`Order delivered`, occasion: msg`When you mark an order as delivered.` },
  order_cancelled: {
    name: msg`Order cancelled`,
    occasion: msg`When an order is cancelled, by its customer or by you.`,
  },
  order_refunded: { name: msg`Order refunded`, occasion: msg`When you refund all or part of an order.` },
  return_accepted: { name: msg`Return accepted`, occasion: msg`When you accept a return.` },
  return_refused: { name: msg`Return refused`, occasion: msg`When you refuse a return.` },
  back_in_stock: {
    name: msg`Back in stock`,
    occasion: msg`When something is back in stock; it goes to those who asked for it.`,
  },
  welcome: { name: msg`Welcome`, occasion: msg`When somebody has made an account.` },
  password_reset: { name: msg`Password reset`, occasion: msg`When somebody has forgotten their password.` },
  email_verification: {
    name: msg`Email verification`,
    occasion: msg`When somebody asks for another link to confirm their address.`,
  },
  email_change: {
    name: msg`Email change`,
    occasion: msg`When somebody enters a new address for their account; it goes to that address.`,
  },
  email_changed: {
    name: msg`Email changed`,
    occasion: msg`When the address of an account has changed; it goes to the old one.`,
  },
  new_device: {
    name: msg`New device`,
    occasion: msg`When somebody logs in on a device where they have not been logged in before.`,
  },
  log_head: {
    name: msg`Log head`,
    occasion: msg`When the head of the activity log is sent on, once a day, if that is set up.`,
  },
};

/** A kind of mail as the server describes it, in English. */
interface Described {
  kind: string;
  name: string;
  occasion: string;
}

/** What a kind of mail is called: "Order placed". */
export function mailKindName({ kind, name }: Omit<Described, 'occasion'>): string {
  const words = kinds[kind];
  return words ? t(words.name) : name;
}

/** When such a mail is sent, in a sentence. */
export function mailOccasion({ kind, occasion }: Omit<Described, 'name'>): string {
  const words = kinds[kind];
  return words ? t(words.occasion) : occasion;
}
