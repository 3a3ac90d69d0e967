import { cx } from '@lantern/ui/cx';
import { t } from '@lingui/core/macro';
import { type KeyboardEvent, useRef } from 'react';
import { languageName } from '../fields/translated-texts.ts';
import './language-tabs.css';

interface LanguageTabsProps {
  /** The store's; the first is the one that the others fall back to. */
  languages: readonly string[];
  shown: string;
  onShow: (language: string) => void;
  /** What is said of a language besides its name: "2 of 3". */
  noteOf: (language: string) => string | null;
  /** The start of the ids of tabs and of what they show, see `tabIds`. */
  id: string;
}

/** The ids of a tab and of the panel that it shows. */
export const tabIds = (id: string, language: string) => ({ tab: `${id}-${language}-tab`, panel: `${id}-${language}` });

/** Where the arrows lead from a tab. */
const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };

/** Switches between the languages of a form. Arrow keys move between the tabs. */
export function LanguageTabs({ languages, shown, onShow, noteOf, id }: LanguageTabsProps) {
  const list = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = (languages.indexOf(shown) + step + languages.length) % languages.length;
    onShow(languages[at] ?? shown);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[at]?.focus();
  }

  return (
    <div
      ref={list}
      role="tablist"
      aria-label={t`Language of the texts`}
      className="language-tabs"
      onKeyDown={onKeyDown}
    >
      {languages.map((language) => {
        const note = noteOf(language);
        const { tab, panel } = tabIds(id, language);
        return (
          <button
            key={language}
            type="button"
            role="tab"
            id={tab}
            aria-controls={panel}
            aria-selected={language === shown}
            tabIndex={language === shown ? 0 : -1}
            className={cx('language-tab', language === shown && 'language-tab--shown')}
            onClick={() => onShow(language)}
          >
            {languageName(language)}
            {note && <span className="language-tab__note num">{note}</span>}
          </button>
        );
      })}
    </div>
  );
}
