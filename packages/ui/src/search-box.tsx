import { Search } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { Plinth } from './plinth.tsx';
import './search-box.css';

export interface Suggestion {
  key: string;
  label: string;
  imageUrl: string | null;
  tint: number;
}

interface SearchBoxProps {
  value: string;
  placeholder: string;
  suggestions: Suggestion[];
  onChange: (value: string) => void;
  onSubmit: (value: string) => void;
  onPick: (suggestion: Suggestion) => void;
}

/** A search with suggestions: the combobox pattern of the ARIA authoring practices. */
export function SearchBox({ value, placeholder, suggestions, onChange, onSubmit, onPick }: SearchBoxProps) {
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const shown = open && value.trim() !== '' ? suggestions : [];
  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const move = (by: number) => setActive((active + by + shown.length + 1) % (shown.length + 1) || (by > 0 ? 0 : -1));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    if (shown.length === 0 || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    move(event.key === 'ArrowDown' ? 1 : -1);
  };
  return (
    <form
      className="search-box"
      onSubmit={(event) => {
        event.preventDefault();
        const picked = shown[active];
        close();
        if (picked) onPick(picked);
        else if (value.trim()) onSubmit(value.trim());
      }}
    >
      <Search className="search-box__icon" size={18} aria-hidden="true" />
      <input
        type="search"
        role="combobox"
        aria-label="Search products"
        aria-expanded={shown.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown[active] ? `${listId}-${active}` : undefined}
        autoComplete="off"
        maxLength={100}
        placeholder={placeholder}
        value={value}
        onChange={(event) => {
          setOpen(true);
          setActive(-1);
          onChange(event.target.value);
        }}
        onFocus={() => setOpen(true)}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label="Suggestions" className="search-box__list" hidden={shown.length === 0}>
        {shown.map((suggestion, index) => (
          <div
            key={suggestion.key}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className="search-box__option"
            // Before the box loses its focus, and the list with it.
            onMouseDown={(event) => {
              event.preventDefault();
              close();
              onPick(suggestion);
            }}
          >
            <Plinth src={suggestion.imageUrl} alt="" tint={suggestion.tint} />
            {suggestion.label}
          </div>
        ))}
      </div>
    </form>
  );
}
