import { SearchField } from '@lantern/ui/search-field';
import { useEffect, useRef, useState } from 'react';

interface SearchFilterProps {
  /** Its label: "Search orders". */
  label: string;
  placeholder?: string;
  /** The words in the URL. */
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

const TYPING_PAUSE_MS = 250;

/** A search field for a list: applied when typing pauses, or on Enter. */
export function SearchFilter({ label, placeholder, value = '', onChange }: SearchFilterProps) {
  const [words, setWords] = useState(value);
  const applied = useRef(value);

  // The URL changed in another way: Back, or cleared filters.
  useEffect(() => {
    if (value === applied.current) return;
    applied.current = value;
    setWords(value);
  }, [value]);

  function apply(text: string) {
    const trimmed = text.trim();
    if (trimmed === applied.current) return;
    applied.current = trimmed;
    onChange(trimmed || undefined);
  }

  const latest = useRef(apply);
  latest.current = apply;
  useEffect(() => {
    const timer = setTimeout(() => latest.current(words), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words]);

  return (
    <SearchField
      label={label}
      placeholder={placeholder}
      value={words}
      onChange={setWords}
      onSubmit={() => apply(words)}
    />
  );
}
