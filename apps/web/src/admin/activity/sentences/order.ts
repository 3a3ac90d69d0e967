import { formatCents } from '@lantern/text/euros';
import { type Asked, changeOf } from './asked.ts';
import type { Sentence } from './sentence.ts';

const REFUNDED = 'payment.refundedCents';

const statuses: Record<string, string> = {
  shipped: '{who} shipped {what}',
  delivered: '{who} marked {what} as delivered',
  cancelled: '{who} cancelled {what}',
  refunded: '{who} refunded {what}',
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
  return text ? { text, tells: ['status'] } : null;
}

function parcelSentence(asked: Asked): Sentence {
  const parcels = asked.logged.flatMap(({ field }) => /^parcels\.(\d+)\.items$/.exec(field)?.[1] ?? []);
  const isWhole = changeOf(asked, 'status')?.after === 'shipped';
  const [parcel = '1'] = parcels;
  const tells = ['status'];
  if (isWhole && parcel === '1') return { text: '{who} shipped {what}', tells };
  const short = '{who} shipped parts of {what}';
  return isWhole
    ? { text: '{who} shipped the rest of {what} in parcel {parcel}', short, values: { parcel }, tells }
    : { text: '{who} shipped a part of {what} in parcel {parcel}', short, values: { parcel }, tells };
}

/** What went back to the customer with this entry, as an amount; null if nothing did. */
function refundedIn(asked: Asked): string | null {
  const refunded = changeOf(asked, REFUNDED);
  return refunded ? formatCents(Number(refunded.after) - Number(refunded.before)) : null;
}

function refundSentence(asked: Asked): Sentence | null {
  const amount = refundedIn(asked);
  const short = '{who} refunded {what}';
  if (!amount) return null;
  return { text: '{who} refunded {amount} for {what}', short, values: { amount }, tells: [REFUNDED] };
}

function receivedSentence(asked: Asked): Sentence {
  const amount = refundedIn(asked);
  const short = '{who} took back items of {what}';
  if (!amount) return { text: short, tells: [] };
  return {
    text: '{who} took back items of {what} and refunded {amount}',
    short,
    values: { amount },
    tells: [REFUNDED],
  };
}
