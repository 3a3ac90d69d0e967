import { ArrowRight, LayoutGrid } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '../cx/cx.tsx';
import { Matched } from '../matched/matched.tsx';
import { OptionLink } from '../option-link/option-link.tsx';
import { Picture } from '../picture/picture.tsx';

export interface SearchSuggestion {
  key: string;
  label: string;
  href: string;
  /** The image of a product; undefined for anything else. */
  imageUrl?: string | null;
  /** Shown below or after the label: its category, the number of products. */
  detail?: string;
  price?: ReactNode;
  /** The link to all results, at the end. */
  all?: boolean;
}

export interface SuggestionProps {
  id: string;
  suggestion: SearchSuggestion;
  typed: string;
  active: boolean;
  onPick: () => void;
}

/** One line of the list under the search field. */
export function Suggestion({ id, suggestion, typed, active, onPick }: SuggestionProps) {
  const Icon = suggestion.all ? ArrowRight : LayoutGrid;
  return (
    <OptionLink
      id={id}
      href={suggestion.href}
      active={active}
      className={cx(
        'search-box__option',
        active && 'search-box__option--active',
        suggestion.all && 'search-box__option--all',
      )}
      onPick={onPick}
    >
      <span className="search-box__thumb">
        {suggestion.imageUrl && <Picture src={suggestion.imageUrl} alt="" side={32} />}
        {suggestion.imageUrl === undefined && <Icon size="1.125rem" aria-hidden="true" />}
      </span>
      <span className="search-box__words">
        <bdi>{suggestion.all ? suggestion.label : <Matched label={suggestion.label} typed={typed} />}</bdi>
        {suggestion.detail && (
          <span className="search-box__detail">
            {' '}
            <bdi>{suggestion.detail}</bdi>
          </span>
        )}
      </span>
      {suggestion.price && <span className="search-box__price num"> {suggestion.price}</span>}
    </OptionLink>
  );
}
