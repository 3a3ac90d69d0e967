import type { Address, AddressInput } from '@lantern/api/account/schema';
import { useRef, useState } from 'react';
import { addressOf, findSaved, newestId, type SavedAddress } from './saved-addresses.ts';
import { useAddressForm } from './use-address-form.ts';

interface Beginning {
  /** What was entered before, saved or not. */
  entered?: Address | null;
  /** What is chosen if nothing was entered; a new address if left out. */
  first?: SavedAddress;
}

/**
 * The form of a saved address or of a new one, and which of them it shows. Choosing another keeps what was typed: it is
 * there again when its address is.
 * @param name the recipient of a new one.
 */
export function useAddressChoice(book: SavedAddress[], name: string, { entered = null, first }: Beginning) {
  const [start] = useState(() => (entered ? findSaved(book, entered) : first));
  const valuesOf = (saved?: SavedAddress) => (saved ? addressOf(saved) : { fullName: name });
  const form = useAddressForm(entered ?? valuesOf(start));
  const [chosen, setChosen] = useState(start?.id ?? null);
  const typed = useRef(new Map<number | null, AddressInput>());
  const { isDirty } = form.formState;
  function choose(id: number | null) {
    // What was entered for a new address earlier is not saved anywhere either.
    if (isDirty || chosen === null) typed.current.set(chosen, form.getValues());
    setChosen(id);
    form.fill(valuesOf(book.find((address) => address.id === id)), typed.current.get(id));
    typed.current.delete(id);
  }
  /** Call when a new address has been saved, with the book it is in: saving it again must not add it again. */
  const noteSaved = (saved: SavedAddress[]) => setChosen((id) => id ?? newestId(saved));
  return { form, book, chosen, choose, noteSaved };
}

export type AddressChoice = ReturnType<typeof useAddressChoice>;
