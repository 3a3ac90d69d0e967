import { isolated } from '@lantern/text/isolated';
import { Button } from '@lantern/ui/button';
import { ConfirmDialog } from '@lantern/ui/confirm-dialog';
import { Tag } from '@lantern/ui/tag';
import { t } from '@lingui/core/macro';
import { Archive, ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { productPath } from '../../lib/paths.ts';
import { statusTones, statusWords } from '../fields/product-status.ts';
import { adminProductsPath } from '../paths.ts';
import { AdminPage } from '../shared/admin-page.tsx';
import { BackLink } from '../shared/back-link.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { draftOf, type Product } from './draft.ts';
import { ProductForm } from './product-form.tsx';
import { StockHistory } from './stock-history.tsx';
import { useSaveProduct } from './use-save-product.ts';
import { WaitingNote } from './waiting-note.tsx';
import './product-editor.css';

/** Edits an existing product. */
export function ProductEditor({ product }: { product: Product }) {
  const { form, base, isDirty, saving, save, conflict, saveMerged, dropConflict } = useSaveProduct(product);
  const [archiving, setArchiving] = useState(false);
  const { name, slug, status } = base;

  async function archive() {
    await save({ ...draftOf(base), status: 'archived' });
    setArchiving(false);
  }

  return (
    <AdminPage
      title={name}
      heading={
        <span className="product-editor__heading">
          <bdi>{name}</bdi>
          <Tag tone={statusTones[status]}>{t(statusWords[status])}</Tag>
        </span>
      }
      above={<BackLink href={adminProductsPath}>{t`Products`}</BackLink>}
      actions={
        <>
          {status === 'active' && (
            <Button size="small" href={productPath(slug)} icon={<ExternalLink aria-hidden="true" />}>
              {t`View in store`}
            </Button>
          )}
          {status !== 'archived' && (
            <Button
              size="small"
              icon={<Archive aria-hidden="true" />}
              disabled={isDirty}
              title={isDirty ? t`Save or discard your changes first` : undefined}
              onClick={() => setArchiving(true)}
            >
              {t`Archive`}
            </Button>
          )}
        </>
      }
    >
      <WaitingNote productId={product.id} />
      <ProductForm form={form} saving={saving} onSave={save}>
        <StockHistory product={base} />
      </ProductForm>
      <ConfirmDialog
        open={archiving}
        title={t`Archive ${{ name: isolated(name) }}?`}
        text={t`It will be removed from the store and from carts. Existing orders keep it, and you can make it active again at any time.`}
        confirmLabel={t`Archive`}
        loading={saving}
        onConfirm={archive}
        onCancel={() => setArchiving(false)}
      />
      {conflict && (
        <ConflictDialog
          conflict={conflict}
          onSave={(merged) => void saveMerged(conflict, merged)}
          onClose={dropConflict}
        />
      )}
    </AdminPage>
  );
}
