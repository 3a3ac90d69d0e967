import type { Address } from '@lantern/api/account/schema';
import type { RouterOutputs } from '@lantern/api/types';
import { addressLine } from './address-text.ts';

/** An address in the user's address book. */
export type SavedAddress = RouterOutputs['account']['addresses']['list'][number];

/** What a form may hold of it. */
export function addressOf({ id: _, isDefault: _d, ...address }: SavedAddress): Address {
  return address;
}

/** The id of the address that was added last. */
export function newestId(book: SavedAddress[]): number {
  return Math.max(...book.map(({ id }) => id));
}

/** The saved address that is the same as this one, whoever entered it. */
export function findSaved(book: SavedAddress[], address: Address): SavedAddress | undefined {
  const text = (one: Address) => `${addressLine(one)} ${one.phone ?? ''}`;
  // A form may have no country yet, which has no name.
  return book.find((saved) => saved.country === address.country && text(saved) === text(address));
}
