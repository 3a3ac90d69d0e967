import { language } from '@lantern/ui/language';
import { Panel } from '@lantern/ui/panel';
import { SaveBar } from '@lantern/ui/save-bar';
import { SelectField } from '@lantern/ui/select-field';
import { t } from '@lingui/core/macro';
import { type ReactNode, useState } from 'react';
import { FormProvider, type UseFormReturn } from 'react-hook-form';
import { productFieldNames } from '../fields/product-fields.ts';
import { statusChoices } from '../fields/product-status.ts';
import { languageOf } from '../fields/translated-texts.ts';
import { labelled } from '../shared/labelled.ts';
import { LeaveGuard } from '../shared/leave-guard.tsx';
import { CategoryPicker } from './category-picker.tsx';
import { Details } from './details.tsx';
import type { ProductDraft } from './draft.ts';
import { FieldErrorLinks } from './field-error-links.tsx';
import { fieldErrorsIn } from './field-errors.ts';
import { ProductImages } from './product-images.tsx';
import { SpecificationFields } from './specification-fields.tsx';
import { VariantGrid } from './variant-grid.tsx';
import './product-form.css';

interface ProductFormProps {
  form: UseFormReturn<ProductDraft>;
  /** The product does not exist yet. */
  isNew?: boolean;
  saving: boolean;
  onSave: (draft: ProductDraft) => void;
  /** Below the fields. */
  children?: ReactNode;
}

/** All fields of a product, with one bar to save them. */
export function ProductForm({ form, isNew = false, saving, onSave, children }: ProductFormProps) {
  const { isDirty, errors } = form.formState;
  const fieldErrors = fieldErrorsIn(errors, form.watch('variants').length);
  const [first = ''] = language().all;
  const [shown, show] = useState(first);
  function reveal(name: string) {
    const translation = languageOf(name);
    if (translation) show(translation);
    else if (productFieldNames.some((own) => own === name)) show(first);
  }
  return (
    <FormProvider {...form}>
      <form
        noValidate
        className="product-form"
        aria-label={isNew ? t`New product` : t`Product`}
        onSubmit={form.handleSubmit(onSave, (refused) => {
          for (const { name } of fieldErrorsIn(refused, 1).slice(0, 1)) reveal(name);
        })}
      >
        <div className="product-form__main">
          <Details suggestSlug={isNew} language={shown} onShow={show} />
          <ProductImages />
          <SpecificationFields />
        </div>
        <div className="product-form__side">
          <Panel title={t`Status`}>
            <SelectField
              label={t`Status`}
              hint={t`Only active products are visible.`}
              options={labelled(statusChoices)}
              {...form.register('status')}
            />
          </Panel>
          <CategoryPicker />
        </div>
        <div className="product-form__wide">
          <VariantGrid />
        </div>
        {children && <div className="product-form__wide">{children}</div>}
        <SaveBar
          dirty={isDirty}
          saving={saving}
          text={fieldErrors.length > 0 ? <FieldErrorLinks fieldErrors={fieldErrors} onReveal={reveal} /> : undefined}
          saveLabel={isNew ? t`Create product` : t`Save`}
          onDiscard={() => form.reset()}
        />
        <LeaveGuard dirty={isDirty} text={t`Your changes to this product will be lost.`} />
      </form>
    </FormProvider>
  );
}
