import { formatCents } from '@lantern/ui/format';
import type { MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { type Asked, changeOf } from './asked.ts';
import { amount, parcel, what, who } from './places.ts';
import type { Sentence } from './sentence.ts';

const REFUNDED = 'payment.refundedCents';

const statuses: Record<string, MessageDescriptor> = {
  shipped: msg`${who} shipped ${what}`,
  delivered: msg`${who} marked ${what} as delivered`,
  cancelled: msg`${who} cancelled ${what}`,
  refunded: msg`${who} refunded ${what}`,
};

/** What admins do with orders. Null where the general sentence will do. */
export function orderSentence(asked: Asked): Sentence | null {
  if (asked.verb === 'set_status') return statusSentence(asked);
  if (asked.verb === 'fulfil') return parcelSentence(asked);
  if (asked.verb === 'refund') return refundSentence(asked);
  if (asked.verb === 'receive') return receivedSentence(asked);
  return null;
}

function statusSentence(asked: Asked): Sentence | null {
  const status = changeOf(asked, 'status');
  const text = statuses[String(status?.after)];
  return text ? { text: t(text), tells: ['status'] } : null;
}

function parcelSentence(asked: Asked): Sentence {
  const numbers = asked.logged.flatMap(({ field }) => /^parcels\.(\d+)\.items$/.exec(field)?.[1] ?? []);
  const isWhole = changeOf(asked, 'status')?.after === 'shipped';
  const [number = '1'] = numbers;
  const tells = ['status'];
  if (isWhole && number === '1') return { text: t`${who} shipped ${what}`, tells };
  const short = t`${who} shipped parts of ${what}`;
  return isWhole
    ? { text: t`${who} shipped the rest of ${what} in parcel ${parcel}`, short, values: { parcel: number }, tells }
    : { text: t`${who} shipped a part of ${what} in parcel ${parcel}`, short, values: { parcel: number }, tells };
}

/** What went back to the customer with this entry, as an amount; null if nothing did. */
function refundedIn(asked: Asked): string | null {
  const refunded = changeOf(asked, REFUNDED);
  return refunded ? formatCents(Number(refunded.after) - Number(refunded.before)) : null;
}

function refundSentence(asked: Asked): Sentence | null {
  const refunded = refundedIn(asked);
  const short = t`${who} refunded ${what}`;
  if (!refunded) return null;
  return { text: t`${who} refunded ${amount} for ${what}`, short, values: { amount: refunded }, tells: [REFUNDED] };
}

function receivedSentence(asked: Asked): Sentence {
  const refunded = refundedIn(asked);
  const short = t`${who} took back items of ${what}`;
  if (!refunded) return { text: short, tells: [] };
  return {
    text: t`${who} took back items of ${what} and refunded ${amount}`,
    short,
    values: { amount: refunded },
    tells: [REFUNDED],
  };
}
