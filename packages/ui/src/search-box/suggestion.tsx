import { Anchor } from '../anchor/anchor.tsx';
import { cx } from '../cx/cx.tsx';

export interface SearchSuggestion {
  key: string;
  label: string;
  imageUrl: string | null;
  href: string;
}

/** The label with the part that was typed in bold. */
function Matched({ label, typed }: { label: string; typed: string }) {
  const query = typed.trim();
  const start = query === '' ? -1 : label.toLowerCase().indexOf(query.toLowerCase());
  // A typo still finds, but then no part of the label is what was typed.
  if (start < 0) return label;
  const end = start + query.length;
  return (
    <>
      {label.slice(0, start)}
      <b>{label.slice(start, end)}</b>
      {label.slice(end)}
    </>
  );
}

interface SuggestionProps {
  id: string;
  suggestion: SearchSuggestion;
  typed: string;
  active: boolean;
  onPick: () => void;
}

/** One line of the list under the search field. */
export function Suggestion({ id, suggestion, typed, active, onPick }: SuggestionProps) {
  return (
    <Anchor
      id={id}
      href={suggestion.href}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      className={cx('search-box__option', active && 'search-box__option--active')}
      // Pressing must not take the focus from the field: its blur would close the list first.
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        // With a modifier it stays a link: a new tab is the reader's choice.
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        onPick();
      }}
    >
      <span className="search-box__thumb">
        {suggestion.imageUrl !== null && <img src={suggestion.imageUrl} alt="" width={32} height={32} loading="lazy" />}
      </span>
      <span>
        <Matched label={suggestion.label} typed={typed} />
      </span>
    </Anchor>
  );
}
