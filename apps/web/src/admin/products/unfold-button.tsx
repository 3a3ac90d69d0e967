import { Plural, Trans } from '@lingui/react/macro';
import { ChevronDown } from 'lucide-react';
import './unfold-button.css';

interface UnfoldButtonProps {
  /** How many variants there are. */
  count: number;
  /** The product's name. */
  name: string;
  isUnfolded: boolean;
  onPress: () => void;
}

/** Shows the variants of a product under its row, and hides them. */
export function UnfoldButton({ count, name, isUnfolded, onPress }: UnfoldButtonProps) {
  return (
    <button type="button" className="unfold-button" aria-expanded={isUnfolded} onClick={onPress}>
      <Trans>
        <Plural value={count} one="# variant" other="# variants" />
        <span className="visually-hidden"> of {name}</span>
      </Trans>
      <ChevronDown size="0.875rem" aria-hidden="true" />
    </button>
  );
}
