import { t } from '@lingui/core/macro';
import { addressLine } from '../address/address-text.ts';
import type { DraftAddresses } from '../address/draft-addresses.ts';

/** The addresses that were entered, a line each. */
export function AddressSummary({ address, billingAddress }: Omit<DraftAddresses, 'hiddenBilling'>) {
  return (
    <>
      {addressLine(address)}
      {billingAddress && (
        <>
          <br />
          {t`Billing address: ${{ address: addressLine(billingAddress) }}`}
        </>
      )}
    </>
  );
}
