import { TextField } from '@lantern/ui/text-field';
import { TextareaField } from '@lantern/ui/textarea-field';
import { t } from '@lingui/core/macro';
import { languageName } from '../fields/translated-texts.ts';
import type { usePageForm } from './use-page-form.ts';

interface PageTranslationProps {
  code: string;
  field: ReturnType<typeof usePageForm>['field'];
  /** The text is being written: it is what the preview should show. */
  onFocus: () => void;
}

/** A page in a language other than the store's first, whose texts show through where these are empty. */
export function PageTranslation({ code, field, onFocus }: PageTranslationProps) {
  const name = languageName(code);
  return (
    <>
      <TextField
        label={t`Title in ${{ language: name }}`}
        optional
        lang={code}
        autoComplete="off"
        {...field(`texts.${code}.title`)}
        onFocus={onFocus}
      />
      <TextareaField
        label={t`Text in ${{ language: name }}`}
        optional
        lang={code}
        rows={18}
        {...field(`texts.${code}.markdown`)}
        onFocus={onFocus}
      />
    </>
  );
}
