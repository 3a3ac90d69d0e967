import { Checkbox } from '@lantern/ui/checkbox';
import { FormGroup } from '@lantern/ui/form';
import { t } from '@lingui/core/macro';
import { AddressFields } from '../address/address-fields.tsx';
import { SavedAddressField } from '../address/saved-address-field.tsx';
import type { Billing } from './use-billing.ts';

/** The choice of a billing address, with its fields if it is not the delivery address. It may be in any country. */
export function BillingFields({ billing: { choice, isSame, setSame } }: { billing: Billing }) {
  const { form, book, chosen, choose } = choice;
  return (
    <>
      <Checkbox
        label={t`Billing address is the delivery address`}
        checked={isSame}
        onChange={({ target }) => setSame(target.checked)}
      />
      {!isSame && (
        <FormGroup title={t`Billing address`}>
          <SavedAddressField book={book} value={chosen} onChange={choose} />
          <AddressFields form={form} purpose="billing" />
        </FormGroup>
      )}
    </>
  );
}
