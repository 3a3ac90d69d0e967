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
  const told = useRef(value);

  // The URL changed in another way: Back, or cleared filters.
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setWords(value);
  }, [value]);

  function tell(text: string) {
    const trimmed = text.trim();
    if (trimmed === told.current) return;
    told.current = trimmed;
    onChange(trimmed || undefined);
  }

  const latest = useRef(tell);
  latest.current = tell;
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
      onSubmit={() => tell(words)}
    />
  );
}
