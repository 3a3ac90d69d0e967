import { TextField } from '@lantern/ui/text-field';
import { TextareaField } from '@lantern/ui/textarea-field';
import { t } from '@lingui/core/macro';
import { useFormContext } from 'react-hook-form';
import { productFields } from '../fields/product-fields.ts';
import { languageName, type TextName, textNames } from '../fields/translated-texts.ts';
import type { ProductDraft } from './draft.ts';

/** A product's texts in a language other than the store's first, whose texts show through where these are empty. */
export function TranslationFields({ language }: { language: string }) {
  const { register, getFieldState, formState, watch } = useFormContext<ProductDraft>();
  const inputOf = (name: TextName) => ({
    label: t(productFields[name].label),
    error: getFieldState(`texts.${language}.${name}`, formState).error?.message,
    placeholder: watch(name) ?? undefined,
    lang: language,
    ...register(`texts.${language}.${name}`, { setValueAs: (text: string | null) => text || null }),
  });
  return (
    <>
      <p className="product-form__note">
        {t`What is empty in ${{ language: languageName(language) }} is shown as in the store’s first language.`}
      </p>
      {textNames.map((name) =>
        name === 'description' ? (
          <TextareaField key={name} {...inputOf(name)} rows={6} />
        ) : (
          <TextField key={name} {...inputOf(name)} autoComplete="off" />
        ),
      )}
    </>
  );
}
