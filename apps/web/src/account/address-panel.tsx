import { ErrorState } from '@lantern/ui/error-state';
import { Panel } from '@lantern/ui/panel';
import { SkeletonBox } from '@lantern/ui/skeleton';
import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { SavedAddressField } from '../address/saved-address-field.tsx';
import type { SavedAddress } from '../address/saved-addresses.ts';
import { useAddressChoice } from '../address/use-address-choice.ts';
import { useUser } from '../auth/require-user.tsx';
import { messageOf, useTRPC } from '../lib/trpc.ts';
import { AddressEditor } from './address-editor.tsx';

/** The height of the form that replaces it, to avoid a layout shift. */
const FORM_HEIGHT = 590;

/** The saved delivery addresses, of which the default pre-fills the checkout. */
export function AddressPanel() {
  const { data: book, error, refetch, isFetching } = useQuery(useTRPC().account.addresses.list.queryOptions());
  return (
    <Panel title={t`Delivery addresses`} intro={t`The default one fills in checkout; you can choose another there.`}>
      {book !== undefined ? (
        <AddressBook book={book} />
      ) : error ? (
        <ErrorState text={messageOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
      ) : (
        <SkeletonBox height={FORM_HEIGHT} />
      )}
    </Panel>
  );
}

/** A choice of addresses, and the form of the chosen one. */
function AddressBook({ book }: { book: SavedAddress[] }) {
  const { name } = useUser();
  const { form, chosen, choose, noteSaved } = useAddressChoice(book, name, { first: book[0] });
  // A new editor for each choice; not for a new address that has been saved, which stays in its editor.
  const [choices, setChoices] = useState(0);
  const [removals, setRemovals] = useState(0);
  const field = useRef<HTMLSelectElement>(null);
  // The button that had the focus is gone, once the dialog is.
  useEffect(() => {
    if (removals > 0) field.current?.focus();
  }, [removals]);
  // Another tab may have removed it.
  const address = book.find(({ id }) => id === chosen) ?? null;
  function edit(id: number | null) {
    choose(id);
    setChoices(choices + 1);
  }
  return (
    <div className="account-page__column">
      <SavedAddressField ref={field} book={book} value={address?.id ?? null} onChange={edit} />
      <AddressEditor
        key={choices}
        form={form}
        address={address}
        onSaved={noteSaved}
        onRemoved={(left) => {
          edit(left[0]?.id ?? null);
          setRemovals(removals + 1);
        }}
      />
    </div>
  );
}
