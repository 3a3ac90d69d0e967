import { CardTableHeading } from '@lantern/ui/card-table';
import { IconButton } from '@lantern/ui/icon-button';
import { t } from '@lingui/core/macro';
import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';

interface OptionHeaderProps {
  name: string;
  /** The names of the other options. */
  taken: string[];
  /** It was just added: its name is selected, to be overwritten. */
  fresh: boolean;
  onRename: (name: string) => void;
  onRemove: () => void;
}

/** The name of an option as its column's header; renamed on blur or Enter. */
export function OptionHeader({ name, taken, fresh, onRename, onRemove }: OptionHeaderProps) {
  const [text, setText] = useState(name);
  const field = useRef<HTMLInputElement>(null);
  const clash = taken.includes(text.trim());

  useEffect(() => {
    if (fresh) field.current?.select();
  }, [fresh]);

  function settle() {
    if (text.trim() === '' || clash) setText(name);
    else if (text.trim() !== name) onRename(text);
  }

  return (
    <CardTableHeading className="variant-grid__option">
      <span className="variant-grid__option-name">
        <input
          ref={field}
          className="variant-grid__field variant-grid__field--head"
          aria-label={t`Name of the option ${name}`}
          aria-invalid={clash || undefined}
          autoComplete="off"
          dir="auto"
          maxLength={40}
          value={text}
          onChange={({ target }) => setText(target.value)}
          onBlur={settle}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setText(name);
            if (event.key !== 'Enter') return;
            event.preventDefault();
            settle();
          }}
        />
        <IconButton label={t`Remove the option ${name}`} tone="danger" onClick={onRemove}>
          <X aria-hidden="true" />
        </IconButton>
      </span>
    </CardTableHeading>
  );
}
