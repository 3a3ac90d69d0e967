import type { Address } from '@lantern/api/account/schema';
import { addressLines } from '@lantern/text/address';
import { countryName } from './country-name.ts';
import './postal-address.css';

interface PostalAddressProps {
  address: Address;
  withPhone?: boolean;
}

/** An address as it is printed on a parcel. */
export function PostalAddress({ address, withPhone = false }: PostalAddressProps) {
  return (
    <address className="postal-address">
      {addressLines(address, countryName).map((line) => (
        <span key={line}>
          <bdi>{line}</bdi>
        </span>
      ))}
      {withPhone && address.phone && <span className="muted">{address.phone}</span>}
    </address>
  );
}
