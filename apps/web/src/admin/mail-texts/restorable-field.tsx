import { Button } from '@lantern/ui/button';
import { t } from '@lingui/core/macro';
import type { ReactNode } from 'react';
import './restorable-field.css';

interface RestorableFieldProps {
  /** The field's label. */
  label: string;
  /** Left out while the field has the store's words. */
  onRestore: (() => void) | undefined;
  children: ReactNode;
}

/** A field that can have the store's own words again. */
export function RestorableField({ label, onRestore, children }: RestorableFieldProps) {
  return (
    <div>
      {children}
      {onRestore && (
        <Button
          className="restorable-field__restore"
          variant="plain-link"
          size="small"
          aria-label={t`Use the store’s words: ${label}`}
          onClick={onRestore}
        >
          {t`Use the store’s words`}
        </Button>
      )}
    </div>
  );
}
