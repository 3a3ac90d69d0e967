import { MomentDay } from '@lantern/ui/moment';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Order } from './order-words.ts';
import './parcel-list.css';

interface ParcelListProps {
  parcels: Order['parcels'];
  items: { sku: string; name: string }[];
  /** A link below each parcel, by its position from 1. */
  linkOf?: (position: number) => ReactNode;
}

/** What has left of an order: each parcel with its contents and how to follow it. */
export function ParcelList({ parcels, items, linkOf }: ParcelListProps) {
  const nameOf = new Map(items.map(({ sku, name }) => [sku, name]));
  return (
    <ol className="parcel-list">
      {parcels.map((parcel, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a parcel is known by its place among the others.
        <li key={index} className="parcel-list__parcel">
          <p>
            <ShippedOn at={parcel.shippedAt} number={parcels.length === 1 ? null : index + 1} />
          </p>
          <Tracking {...parcel} />
          <ul className="parcel-list__items">
            {parcel.items.map(({ sku, quantity }) => (
              <li key={sku}>
                {quantity} × <bdi>{nameOf.get(sku) ?? sku}</bdi>
              </li>
            ))}
          </ul>
          {linkOf && <p>{linkOf(index + 1)}</p>}
        </li>
      ))}
    </ol>
  );
}

/** @param number the parcel's place among several; null if it is the only one. */
function ShippedOn({ at, number }: { at: string; number: number | null }) {
  const day = <MomentDay at={at} />;
  if (number === null) {
    return (
      <Trans>
        <strong>Shipped</strong> on {day}
      </Trans>
    );
  }
  return (
    <Trans>
      <strong>Parcel {number}, shipped</strong> on {day}
    </Trans>
  );
}

function Tracking({ carrier, trackingNumber, trackingUrl }: Order['parcels'][number]) {
  if (!carrier && !trackingNumber && !trackingUrl) return null;
  return (
    <p className="parcel-list__tracking">
      {carrier && <bdi>{carrier}</bdi>}
      {trackingNumber && <bdi className="num">{trackingNumber}</bdi>}
      {trackingUrl && (
        // Another site, which need not know the page that led to it: a guest's has a token.
        <a href={trackingUrl} target="_blank" rel="noopener noreferrer">
          {t`Track this parcel`}
        </a>
      )}
    </p>
  );
}
