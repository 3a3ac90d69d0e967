import { formatCents, formatNumber } from '@lantern/ui/format';
import { plural, t } from '@lingui/core/macro';
import type { ApiSentence } from './api-sentence.ts';

type Reason = NonNullable<ApiSentence['reason']>;
type Details = NonNullable<ApiSentence['details']>;

/*
 * What the API refuses, in the words of pages in other languages than English: those in English show its own sentence. It
 * may know more than its reason says, such as which of two things the matter is: these words then say what holds for both.
 */

/** Of everyone's requests. */
const general = {
  account_changed: () => t`Someone else is logged in now, or nobody is. Nothing was changed.`,
  too_many_attempts: ({ retryAfterSeconds }) => tooOften(Number(retryAfterSeconds)),
  too_many_requests: ({ retryAfterSeconds }) => tooOften(Number(retryAfterSeconds)),
  too_many_streams: () => t`This page is open too often. Please close some of its tabs.`,
  other_origin: () => t`This page is not at this store's address, so it can't change anything.`,
  idempotency_key_reused: () => t`This has been sent before with other details. Please load the page again.`,
  token_invalid: () => t`This link has been used, has expired or is not complete.`,
  database_unavailable: () => t`The store can't respond right now. Please try again in a moment.`,
  database_busy: () => t`Too many changes at once. Please try again in a moment.`,
  overloaded: () => t`The store is busy. Please try again in a moment.`,
  storage_full: () => t`The store can't save anything right now. Please try again later.`,
} satisfies Words;

/** Of shopping. */
const shopping = {
  no_longer_sold: () => t`This product is no longer sold.`,
  out_of_stock: ({ available }) => {
    const left = Number(available);
    return left > 0 ? plural(left, { other: 'Only # left of this item.' }) : t`This is sold out.`;
  },
  in_stock: () => t`It is in stock again.`,
  quantity_limit: ({ max }) =>
    t`You can order at most ${{ max: formatNumber(Number(max)) }} of one item. Your cart already has that many.`,
  price_changed: () => t`Your cart or its prices have changed. Please check the new total before you pay.`,
  cart_empty: () => t`Your cart is empty.`,
  order_limit: ({ maxCents }) => {
    const amount = formatCents(Number(maxCents));
    return t`One order can be worth at most ${amount}. Please take something out of your cart.`;
  },
  coupon_unknown: () => t`This code is not valid. Please check how it is spelt.`,
  coupon_not_started: () => t`This code is not valid yet.`,
  coupon_expired: () => t`This code has expired.`,
  coupon_used_up: () => t`This code has been used up.`,
  coupon_already_used: () => t`You have already used this code.`,
  coupon_minimum: () => t`Your cart is not worth enough for this code, or has nothing that it is for.`,
  payment_declined: ({ declineCode }) => declined(String(declineCode)),
} satisfies Words;

/** Of accounts and orders. */
const accounts = {
  email_taken: () => t`An account with this email already exists.`,
  wrong_credentials: () => t`Email or password is incorrect.`,
  wrong_password: () => t`This is not your current password.`,
  weak_password: () => t`This password is too easy to guess. Please choose another one.`,
  too_many_addresses: () => t`Your address book is full. Remove an address first.`,
  not_delivered: () => t`Only a delivered order can be returned.`,
  return_too_late: () => t`The time for returning this order is over.`,
  return_too_many: ({ available }) => {
    const left = Number(available);
    return left > 0
      ? plural(left, { other: 'Only # of this item can be returned.' })
      : t`Nothing is left to return of this item.`;
  },
} satisfies Words;

/** Of what admins do. */
const admins = {
  illegal_transition: () => t`This is no longer possible: the status has changed in the meantime.`,
  version_conflict: () => t`Someone else has changed this since you opened it.`,
  changed_since: () => t`This can no longer be undone: it has been changed since.`,
  not_undoable: () => t`This change can't be undone.`,
  stock_changed: ({ stock }) =>
    t`The stock has changed since you loaded it: it is now ${{ stock: formatNumber(Number(stock)) }}.`,
  code_taken: () => t`Another promotion has this code.`,
  slug_taken: () => t`This URL is taken. Please choose another one.`,
  name_taken: () => t`You already have a view with this name.`,
  sku_taken: () => t`Another product has this SKU.`,
  too_many_views: () => t`You have too many views of this list already. Delete one first.`,
  category_not_empty: ({ products }) =>
    Number(products) > 0
      ? t`Only an empty category can be deleted. Please move its products and categories first.`
      : t`A category with subcategories or promotions cannot be deleted.`,
  category_cycle: () => t`A category cannot move into itself or one of its subcategories.`,
  category_too_deep: () => t`Categories can't be nested so deep. Please choose a parent further up.`,
  last_admin: () => t`This is the last admin. Make someone else an admin first.`,
  refund_too_large: ({ refundableCents }) => {
    const amount = formatCents(Number(refundableCents));
    return Number(refundableCents) > 0 ? t`At most ${amount} can be refunded.` : t`Nothing refundable`;
  },
  restock_too_large: () => t`Fewer items than that can still go back in stock.`,
  parcel_too_large: ({ sku = '', available }) => {
    const left = Number(available);
    return left > 0
      ? plural(left, { other: `Only # of ${sku} are left to ship.` })
      : t`Nothing is left to ship of ${sku}.`;
  },
  mail_private: () => t`This mail has a link for its recipient only, so it can't be sent again.`,
  mail_waiting: () => t`This mail is waiting to be sent already.`,
  image_type: () => t`This file is not an image the store can use. Please choose a JPEG, PNG, WebP, GIF or AVIF.`,
  image_too_large: () => t`This image is too large. Please make it smaller first.`,
  images_unavailable: () => t`Images can't be reached right now. Please try again in a moment.`,
  image_unreadable: () => t`This image is damaged. Please save it again and retry.`,
} satisfies Words;

type Words = Partial<Record<Reason, (details: Details) => string>>;
export const refusals: Record<Reason, (details: Details) => string> = {
  ...general,
  ...shopping,
  ...accounts,
  ...admins,
};

function tooOften(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return seconds < 60
    ? t`Too many attempts. Please try again in a moment.`
    : plural(minutes, {
        one: 'Too many attempts. Please try again in a minute.',
        other: 'Too many attempts. Please try again in # minutes.',
      });
}

function declined(code: string): string {
  if (code === 'voided') return t`This payment was cancelled. Nothing was charged: please try again.`;
  return code === 'insufficient_funds'
    ? t`This card has insufficient funds. Nothing was charged: try another one.`
    : t`Your bank declined this card. Nothing was charged: try another one.`;
}
