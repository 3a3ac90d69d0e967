import { language } from '@lantern/ui/language';
import { t } from '@lingui/core/macro';
import { useLocation } from 'react-router';
import { languagePath } from '../language/language-path.ts';
import { languageName } from '../language/languages.ts';
import { keepLanguage } from './keep-language.ts';
import './language-switch.css';

/** Links to this page in the store's other languages. Each is a document of its own, so these are not the router's. */
export function LanguageSwitch() {
  const { pathname, search, hash } = useLocation();
  const { code: current, all } = language();
  if (all.length < 2) return null;
  return (
    <nav className="language-switch" aria-label={t`Language`}>
      {all.map((code) => (
        <a
          key={code}
          className="language-switch__link"
          href={languagePath(pathname, code) + search + hash}
          hrefLang={code}
          lang={code}
          aria-current={code === current ? 'true' : undefined}
          onClick={() => keepLanguage(code)}
        >
          {languageName(code)}
        </a>
      ))}
    </nav>
  );
}
