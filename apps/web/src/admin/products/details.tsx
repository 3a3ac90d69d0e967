import { language as pageLanguage } from '@lantern/ui/language';
import { Panel } from '@lantern/ui/panel';
import { t } from '@lingui/core/macro';
import { useId } from 'react';
import { useFormContext } from 'react-hook-form';
import { textNames } from '../fields/translated-texts.ts';
import { LanguageTabs, tabIds } from '../shared/language-tabs.tsx';
import type { ProductDraft } from './draft.ts';
import { OwnFields } from './own-fields.tsx';
import { TranslationFields } from './translation-fields.tsx';

interface DetailsProps {
  /** The slug follows the name until it is edited: only while the product is new. */
  suggestSlug: boolean;
  /** The language whose texts are shown. */
  language: string;
  onShow: (language: string) => void;
}

/** The product's name, URL and texts, in each language of the store. */
export function Details({ suggestSlug, language: shown, onShow }: DetailsProps) {
  const id = useId();
  const { watch } = useFormContext<ProductDraft>();
  const { all: languages } = pageLanguage();
  if (languages.length === 1) {
    return (
      <Panel title={t`Details`}>
        <div className="product-form__fields">
          <OwnFields suggestSlug={suggestSlug} />
        </div>
      </Panel>
    );
  }
  const draft = watch();
  const written = textNames.filter((name) => draft[name]);
  const noteOf = (language: string) => {
    const texts = draft.texts[language];
    if (!texts) return null;
    const count = written.filter((name) => texts[name]).length;
    return t`${count} of ${{ total: written.length }} translated`;
  };
  return (
    <Panel title={t`Details`}>
      <LanguageTabs {...{ id, languages, shown, onShow, noteOf }} />
      {languages.map((language, at) => {
        const { tab, panel } = tabIds(id, language);
        return (
          <div
            key={language}
            role="tabpanel"
            id={panel}
            aria-labelledby={tab}
            hidden={language !== shown}
            className="product-form__fields"
          >
            {at === 0 ? <OwnFields suggestSlug={suggestSlug} /> : <TranslationFields language={language} />}
          </div>
        );
      })}
    </Panel>
  );
}
