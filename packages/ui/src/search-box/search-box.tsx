import { t } from '@lingui/core/macro';
import { Search, X } from 'lucide-react';
import { type ComponentType, type KeyboardEvent, lazy, Suspense, useId, useRef, useState } from 'react';
import { cx } from '../cx/cx.tsx';
import type { SearchSuggestion, SuggestionProps } from './suggestion.tsx';
import './search-box.css';

export type { SearchSuggestion } from './suggestion.tsx';

function loadSuggestion(): Promise<{ default: ComponentType<SuggestionProps> }> {
  return import('./suggestion.tsx').then(
    (module) => ({ default: module.Suggestion }),
    // Without its code, on a broken line or after an update, the field still searches.
    () => ({ default: () => null }),
  );
}
const Suggestion = lazy(loadSuggestion);

interface SearchBoxProps {
  value: string;
  onChange: (value: string) => void;
  /** Enter, with no suggestion chosen. */
  onSubmit: (value: string) => void;
  suggestions: SearchSuggestion[];
  /** A suggestion was chosen: go there. */
  onPick: (suggestion: SearchSuggestion) => void;
  loading?: boolean;
  /** Shown when there are no suggestions for what is typed. */
  nothing?: string;
  placeholder?: string;
  label?: string;
}

/**
 * The search field with its suggestions: an editable combobox with a list, as ARIA describes it. The list's code comes when
 * the field takes the focus.
 */
export function SearchBox(props: SearchBoxProps) {
  const { value, onChange, onSubmit, suggestions, onPick, loading = false } = props;
  const { placeholder = t`Search`, label = t`Search products`, nothing } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  // By its key: the list may change while one is choosing, and the same suggestion stays marked.
  const [marked, setMarked] = useState<string | null>(null);
  const active = suggestions.findIndex(({ key }) => key === marked);
  const asked = open && value.trim() !== '';
  const shown = asked && suggestions.length > 0;

  function close() {
    setOpen(false);
    setMarked(null);
  }

  function clear() {
    onChange('');
    input.current?.focus();
  }

  function pick(suggestion: SearchSuggestion) {
    close();
    input.current?.blur();
    onPick(suggestion);
  }

  function move(step: number) {
    if (!open) return setOpen(true);
    // One position more than there are suggestions: the field itself, at -1.
    const places = suggestions.length + 1;
    setMarked(suggestions[((active + 1 + step + places) % places) - 1]?.key ?? null);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Escape') {
      // The browser would empty the field at once; here the first press only closes the list.
      event.preventDefault();
      if (shown || (asked && nothing)) close();
      else onChange('');
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const chosen = shown ? suggestions[active] : undefined;
      if (chosen) return pick(chosen);
      close();
      onSubmit(value.trim());
    }
  }

  return (
    <search className={cx('search-box', loading && 'search-box--loading')}>
      <Search className="search-box__icon" size="1.125rem" aria-hidden="true" />
      <input
        ref={input}
        className="search-box__input"
        type="search"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-activedescendant={shown && active >= 0 ? `${id}-${active}` : undefined}
        aria-busy={loading || undefined}
        placeholder={placeholder}
        value={value}
        onChange={(event) => {
          setOpen(true);
          onChange(event.target.value);
        }}
        onFocus={() => {
          setOpen(true);
          void loadSuggestion();
        }}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      {value !== '' && (
        <button type="button" className="search-box__clear" aria-label={t`Clear the search`} onClick={clear}>
          <X size="1.125rem" aria-hidden="true" />
        </button>
      )}
      <div className="search-box__list" id={`${id}-list`} role="listbox" aria-label={t`Suggestions`} hidden={!shown}>
        {/* Not in the page that the server renders: somebody may type before React has taken an empty boundary over. */}
        {suggestions.length > 0 && (
          <Suspense fallback={null}>
            {suggestions.map((suggestion, index) => (
              <Suggestion
                key={suggestion.key}
                id={`${id}-${index}`}
                suggestion={suggestion}
                typed={value}
                active={index === active}
                onPick={() => pick(suggestion)}
              />
            ))}
          </Suspense>
        )}
      </div>
      <p className="search-box__nothing" role="status" hidden={!asked || shown || !nothing}>
        {asked && !shown && nothing}
      </p>
    </search>
  );
}
