import { t } from '@lingui/core/macro';
import { Search, X } from 'lucide-react';
import { useRef } from 'react';
import './search-field.css';

interface SearchFieldProps {
  label: string;
  placeholder?: string;
  value: string;
  onChange: (value: string) => void;
  /** Enter. */
  onSubmit?: () => void;
}

/** A search over the list below it, without suggestions. */
export function SearchField({ label, placeholder = label, value, onChange, onSubmit }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null);

  function clear() {
    onChange('');
    input.current?.focus();
  }

  return (
    <search className="search-field">
      <Search className="search-field__icon" size="1.0625rem" aria-hidden="true" />
      <input
        ref={input}
        className="search-field__input"
        type="search"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        aria-label={label}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          // It may be inside a form, which must not be submitted.
          event.preventDefault();
          onSubmit?.();
        }}
      />
      {value !== '' && (
        <button type="button" className="search-field__clear" aria-label={t`Clear the search`} onClick={clear}>
          <X size="1.0625rem" aria-hidden="true" />
        </button>
      )}
    </search>
  );
}
