import { Panel } from '@lantern/ui/panel';
import { SaveBar } from '@lantern/ui/save-bar';
import { SelectField } from '@lantern/ui/select-field';
import { FormProvider, type UseFormReturn } from 'react-hook-form';
import { LeaveGuard } from '../kit/leave-guard.tsx';
import { CategoryPicker } from './category-picker.tsx';
import { Details } from './details.tsx';
import type { ProductDraft } from './draft.ts';
import { FaultLinks } from './fault-links.tsx';
import { faultsIn } from './faults.ts';
import { Pictures } from './pictures.tsx';
import { statuses, statusWords } from './status.ts';
import { VariantGrid } from './variant-grid.tsx';
import './product-form.css';

interface ProductFormProps {
  form: UseFormReturn<ProductDraft>;
  /** It is no product of the shop yet. */
  isNew?: boolean;
  saving: boolean;
  onSave: (draft: ProductDraft) => void;
}

const statusOptions = statuses.map((value) => ({ value, label: statusWords[value] }));

/** All that there is to say about a product, and one bar to save it. */
export function ProductForm({ form, isNew = false, saving, onSave }: ProductFormProps) {
  const { isDirty, errors } = form.formState;
  const faults = faultsIn(errors, form.watch('variants').length);
  return (
    <FormProvider {...form}>
      <form
        noValidate
        className="ui form product-form"
        aria-label={isNew ? 'New product' : 'Product'}
        onSubmit={form.handleSubmit(onSave)}
      >
        <div className="product-form__main">
          <Details suggestSlug={isNew} />
          <Pictures />
        </div>
        <div className="product-form__side">
          <Panel title="Status">
            <SelectField
              label="Status"
              hint="Only active products are visible."
              options={statusOptions}
              {...form.register('status')}
            />
          </Panel>
          <CategoryPicker />
        </div>
        <div className="product-form__wide">
          <VariantGrid />
        </div>
        <SaveBar
          dirty={isDirty}
          saving={saving}
          text={faults.length > 0 ? <FaultLinks faults={faults} /> : undefined}
          saveLabel={isNew ? 'Create product' : 'Save'}
          onDiscard={() => form.reset()}
        />
        <LeaveGuard dirty={isDirty} what="this product" />
      </form>
    </FormProvider>
  );
}
