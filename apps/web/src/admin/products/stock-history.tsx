import { LateFold } from '@lantern/ui/late-fold';
import { Panel } from '@lantern/ui/panel';
import { t } from '@lingui/core/macro';
import { useState } from 'react';
import { optionsText } from '../../lib/paths.ts';
import type { Product } from './draft.ts';
import { StockChanges } from './stock-changes-table.tsx';

/** What has changed the stock of each variant of a product, folded away. */
export function StockHistory({ product: { variants, version } }: { product: Product }) {
  return (
    <Panel title={t`Stock history`} intro={t`Every sale, return and change, the newest first.`}>
      {variants.map(({ id, sku, options }) => (
        <VariantHistory key={id} variantId={id} name={optionsText(options) || sku} version={version} />
      ))}
    </Panel>
  );
}

interface VariantHistoryProps {
  variantId: number;
  name: string;
  /** Of the product: once it is saved, its history is another. */
  version: number;
}

function VariantHistory({ variantId, name, version }: VariantHistoryProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <LateFold title={name} onToggle={setOpen}>
      {isOpen && <StockChanges key={version} variantId={variantId} name={name} />}
    </LateFold>
  );
}
