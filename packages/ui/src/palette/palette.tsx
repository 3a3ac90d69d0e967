import { t } from '@lingui/core/macro';
import { Search, X } from 'lucide-react';
import { type ReactNode, useEffect, useId } from 'react';
import { IconButton } from '../icon-button/icon-button.tsx';
import { ModalDialog } from '../modal-dialog/modal-dialog.tsx';
import { type PaletteItem, PaletteOption } from './palette-option.tsx';
import { useActiveOption } from './use-active-option.tsx';
import './palette.css';

export type { PaletteItem } from './palette-option.tsx';

export interface PaletteGroup {
  title: string;
  items: PaletteItem[];
}

interface PaletteProps {
  /** What it finds: "Find anything". */
  label: string;
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
  groups: PaletteGroup[];
  /** An option was chosen: go there. */
  onPick: (item: PaletteItem) => void;
  onClose: () => void;
  loading: boolean;
  /** Read out as it changes, and shown below the options. */
  status: string;
  /** Shown instead of the status when looking for it has failed. */
  problem?: ReactNode;
}

/** A dialog with one field that finds anything: a combobox with its list, grouped, as ARIA describes it. */
export function Palette(props: PaletteProps) {
  const { label, placeholder, value, onChange, groups, onPick, onClose, loading, status, problem } = props;
  const id = useId();
  const items = groups.flatMap((group) => group.items);
  const { active, reset, onKeyDown } = useActiveOption({ items, loading, onPick });
  const idOf = (item: PaletteItem) => `${id}-${item.key}`;
  const activeItem = items[active];
  const activeId = activeItem && idOf(activeItem);

  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  return (
    <ModalDialog open onClose={onClose} className="palette" labelledBy={`${id}-label`}>
      <div className="palette__head">
        <Search className="palette__glass" size="1.25rem" aria-hidden="true" />
        <label className="visually-hidden" id={`${id}-label`} htmlFor={`${id}-field`}>
          {label}
        </label>
        <input
          id={`${id}-field`}
          className="palette__field"
          // Not a search field: there, Escape would only empty it.
          type="text"
          dir="auto"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="go"
          aria-autocomplete="list"
          aria-expanded={items.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={activeId}
          aria-busy={loading || undefined}
          placeholder={placeholder}
          value={value}
          onChange={(event) => {
            reset();
            onChange(event.target.value);
          }}
          onKeyDown={onKeyDown}
        />
        <IconButton label={t`Close`} onClick={onClose}>
          <X aria-hidden="true" />
        </IconButton>
      </div>
      <div className="palette__list" id={`${id}-list`} role="listbox" aria-label={label} hidden={items.length === 0}>
        {groups.map((group, at) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form's fields, this is a part of a listbox.
          <div key={group.title} role="group" aria-labelledby={`${id}-group-${at}`}>
            <div className="palette__title" id={`${id}-group-${at}`}>
              {group.title}
            </div>
            {group.items.map((item) => (
              <PaletteOption
                key={item.key}
                id={idOf(item)}
                item={item}
                typed={value}
                active={item === activeItem}
                onPick={() => onPick(item)}
              />
            ))}
          </div>
        ))}
      </div>
      <div className="palette__foot">
        <p role="status">{problem ? '' : status}</p>
        {problem}
      </div>
    </ModalDialog>
  );
}
