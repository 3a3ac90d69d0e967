import { Button } from '@lantern/ui/button';
import { IconButton } from '@lantern/ui/icon-button';
import { plural, t } from '@lingui/core/macro';
import { X } from 'lucide-react';
import { useState } from 'react';
import { BulkDialog } from './bulk-dialog.tsx';
import type { BulkKind } from './bulk-preview.tsx';
import './bulk-bar.css';

interface BulkBarProps {
  selected: { id: number }[];
  onSelectAll: () => void;
  onClear: () => void;
}

/** Actions for the selected rows; shown over the end of the list while any are selected. */
export function BulkBar({ selected, onSelectAll, onClear }: BulkBarProps) {
  const [kind, setKind] = useState<BulkKind | null>(null);
  const count = selected.length;
  return (
    <div className="bulk-bar" role="status">
      {count > 0 && (
        <div className="bulk-bar__inside">
          <span className="bulk-bar__text num">{plural(count, { other: '# selected' })}</span>
          <Button size="small" variant="plain-link" className="bulk-bar__all" onClick={onSelectAll}>
            {t`Select all shown`}
          </Button>
          <Button size="small" onClick={() => setKind('status')}>
            {t`Change status`}
          </Button>
          <Button size="small" onClick={() => setKind('price')}>
            {t`Change price`}
          </Button>
          <IconButton label={t`Clear the selection`} className="bulk-bar__clear" onClick={onClear}>
            <X aria-hidden="true" />
          </IconButton>
        </div>
      )}
      {kind && count > 0 && (
        <BulkDialog
          kind={kind}
          ids={selected.map(({ id }) => id)}
          onDone={() => {
            setKind(null);
            onClear();
          }}
          onClose={() => setKind(null)}
        />
      )}
    </div>
  );
}
