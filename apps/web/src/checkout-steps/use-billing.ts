import { useState } from 'react';
import { type DraftAddresses, typedAddressSchema } from '../address/draft-addresses.ts';
import type { SavedAddress } from '../address/saved-addresses.ts';
import { useAddressChoice } from '../address/use-address-choice.ts';

type DraftBilling = Pick<DraftAddresses, 'billingAddress' | 'hiddenBilling'>;

/** Whether the order is billed to the delivery address, and the form of the address that it is billed to otherwise. */
export function useBilling(book: SavedAddress[], name: string, { billingAddress, hiddenBilling }: DraftBilling) {
  const choice = useAddressChoice(book, name, { entered: billingAddress ?? hiddenBilling });
  const [isSame, setSame] = useState(billingAddress === null);
  const { handleSubmit, trigger, getValues } = choice.form;
  /** Calls `onValid` with the address, or with none if it is the delivery address; shows the errors otherwise. */
  async function enter(onValid: (billing: DraftBilling) => void): Promise<void> {
    if (isSame) onValid({ billingAddress: null, hiddenBilling: typedAddressSchema.parse(getValues()) });
    else await handleSubmit((address) => onValid({ billingAddress: address, hiddenBilling: null }))();
  }
  /** Shows the errors, if there are any. */
  async function check(): Promise<void> {
    if (!isSame) await trigger();
  }
  return { choice, isSame, setSame, enter, check };
}

export type Billing = ReturnType<typeof useBilling>;
