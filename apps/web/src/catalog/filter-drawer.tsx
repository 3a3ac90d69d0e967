import { Button } from '@lantern/ui/button';
import { Drawer } from '@lantern/ui/drawer';
import { formatNumber } from '@lantern/ui/format';
import { plural, t } from '@lingui/core/macro';
import type { ReactNode } from 'react';

interface FilterDrawerProps {
  open: boolean;
  onClose: () => void;
  /** How many products there are, or at least; undefined while that is not known. */
  total: number | undefined;
  isExact: boolean;
  /** The filters. */
  children: ReactNode;
}

/** The filters on a phone. */
export function FilterDrawer({ open, onClose, total, isExact, children }: FilterDrawerProps) {
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={t`Filters`}
      footer={
        <Button variant="primary" fluid onClick={onClose}>
          {total === undefined ? t`Show products` : showText(total, isExact)}
        </Button>
      }
    >
      {children}
    </Drawer>
  );
}

function showText(count: number, isExact: boolean): string {
  return isExact
    ? plural(count, { one: 'Show # product', other: 'Show # products' })
    : t`Show ${{ count: formatNumber(count) }}+ products`;
}
