import { language } from '@lantern/ui/language';
import { t } from '@lingui/core/macro';
import { languagePath } from '../../language/language-path.ts';
import { languageName } from '../fields/translated-texts.ts';
import './product-feeds.css';

/** The addresses at which price comparisons read what is sold, one for each language of the store. */
export function ProductFeeds() {
  return (
    <section className="product-feeds" aria-label={t`Product feeds`}>
      <p>{t`Price comparisons such as Google Merchant read the active products here:`}</p>
      <ul>
        {language().all.map((code) => {
          const path = languagePath('/feeds/products.xml', code);
          return (
            <li key={code}>
              {languageName(code)}: <a href={path}>{path}</a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
