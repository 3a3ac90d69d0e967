import { ChevronDown } from 'lucide-react';

interface LogToggleProps {
  label: string;
  open: boolean;
  /** The id of what it shows. */
  controls?: string;
  onToggle: (open: boolean) => void;
}

/** The arrow at the end of a row of the log. */
export function LogToggle({ label, open, controls, onToggle }: LogToggleProps) {
  return (
    <button
      type="button"
      className="log__toggle"
      aria-expanded={open}
      aria-controls={controls}
      aria-label={label}
      onClick={() => onToggle(!open)}
    >
      <ChevronDown size="1.125rem" aria-hidden="true" />
    </button>
  );
}
