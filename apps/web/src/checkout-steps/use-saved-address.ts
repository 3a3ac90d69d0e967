import type { Address } from '@lantern/api/account/schema';
import { useState } from 'react';
import { addressOf, findSaved, newestId, type SavedAddress } from '../address/saved-addresses.ts';
import { useAddressForm } from '../address/use-address-form.ts';

/**
 * The form of the delivery address, filled in with what was entered before or else the default address, and the saved
 * address that it shows, if it is one.
 */
export function useSavedAddress(book: SavedAddress[], entered: Address | null, name: string) {
  const [start] = useState(() => (entered ? findSaved(book, entered) : book[0]));
  const form = useAddressForm(entered ?? (start ? addressOf(start) : { fullName: name }));
  const [chosen, setChosen] = useState(start?.id ?? null);
  function choose(id: number | null) {
    const saved = book.find((address) => address.id === id);
    setChosen(id);
    form.fill(saved ? addressOf(saved) : { fullName: name });
  }
  /** Call when the entered address has been saved: saving it again must not add it again. */
  const noteSaved = (saved: SavedAddress[]) => setChosen((id) => id ?? newestId(saved));
  return { form, book, chosen, choose, noteSaved };
}

export type SavedAddressChoice = ReturnType<typeof useSavedAddress>;
