import { isolated } from '@lantern/text/isolated';
import { useToast } from '@lantern/ui/toast';
import { t } from '@lingui/core/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import { useTRPC } from '../../lib/trpc.ts';
import { adminProductPath, adminProductsPath } from '../paths.ts';
import { AdminPage } from '../shared/admin-page.tsx';
import { BackLink } from '../shared/back-link.tsx';
import { createInput, emptyProduct } from './draft.ts';
import { ProductForm } from './product-form.tsx';
import { useProductForm } from './use-product-form.ts';

export function Component() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const toast = useToast();
  const { form, refuse } = useProductForm(emptyProduct);
  const create = useMutation(
    trpc.admin.products.create.mutationOptions({
      onSuccess(product) {
        client.setQueryData(trpc.admin.products.byId.queryKey({ id: product.id }), product);
        toast({ kind: 'success', text: t`${{ name: isolated(product.name) }} created` });
        void client.invalidateQueries(trpc.admin.products.list.pathFilter());
        void client.invalidateQueries(trpc.catalog.pathFilter());
      },
      onError: refuse,
    }),
  );
  // Replaces the form, whose guard would ask about changes that are already saved.
  if (create.data) return <Navigate to={adminProductPath(create.data.id)} replace />;
  return (
    <AdminPage title={t`New product`} above={<BackLink href={adminProductsPath}>{t`Products`}</BackLink>}>
      <ProductForm
        form={form}
        isNew
        saving={create.isPending}
        onSave={(draft) => create.mutate(createInput(draft, form.formState.touchedFields.slug === true))}
      />
    </AdminPage>
  );
}
