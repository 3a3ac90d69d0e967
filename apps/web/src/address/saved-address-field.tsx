import { SelectField } from '@lantern/ui/select-field';
import { t } from '@lingui/core/macro';
import { forwardRef } from 'react';
import { addressLine } from './address-text.ts';
import type { SavedAddress } from './saved-addresses.ts';

const NEW = '';

interface SavedAddressFieldProps {
  book: SavedAddress[];
  /** The id of the chosen address; null for a new one. */
  value: number | null;
  onChange: (id: number | null) => void;
}

/** Chooses one of the saved addresses, or a new one. Not there while nothing is saved. */
export const SavedAddressField = forwardRef<HTMLSelectElement, SavedAddressFieldProps>(function SavedAddressField(
  { book, value, onChange },
  ref,
) {
  if (book.length === 0) return null;
  const saved = book.map((address) => {
    const line = addressLine(address);
    // Which one it is comes first, since a phone shows only the beginning.
    return { value: String(address.id), label: address.isDefault ? t`Default: ${line}` : line };
  });
  return (
    <SelectField
      ref={ref}
      label={t`Saved address`}
      options={[...saved, { value: NEW, label: t`A new address` }]}
      value={value ?? NEW}
      onChange={({ target }) => onChange(target.value === NEW ? null : Number(target.value))}
    />
  );
});
