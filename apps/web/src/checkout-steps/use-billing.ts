import type { Address } from '@lantern/api/account/schema';
import { useState } from 'react';
import type { SavedAddress } from '../address/saved-addresses.ts';
import { useAddressChoice } from '../address/use-address-choice.ts';

/** Whether the order is billed to the delivery address, and the form of the address that it is billed to otherwise. */
export function useBilling(book: SavedAddress[], name: string, entered: Address | null) {
  const choice = useAddressChoice(book, name, { entered });
  const [isSame, setSame] = useState(entered === null);
  const { handleSubmit, trigger } = choice.form;
  /** Calls `onValid` with the address, or with null if it is the delivery address; shows the errors otherwise. */
  async function enter(onValid: (address: Address | null) => void): Promise<void> {
    if (isSame) onValid(null);
    else await handleSubmit(onValid)();
  }
  /** Shows the errors, if there are any. */
  async function check(): Promise<void> {
    if (!isSame) await trigger();
  }
  return { choice, isSame, setSame, enter, check };
}

export type Billing = ReturnType<typeof useBilling>;
