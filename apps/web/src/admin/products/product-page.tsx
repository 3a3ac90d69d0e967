import { Button } from '@lantern/ui/button';
import { EmptyState } from '@lantern/ui/empty-state';
import { ErrorState } from '@lantern/ui/error-state';
import { SkeletonBox } from '@lantern/ui/skeleton';
import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { apiError, messageOf, useTRPC } from '../../lib/trpc.ts';
import { adminProductsPath } from '../paths.ts';
import { AdminPage } from '../shared/admin-page.tsx';
import { BackLink } from '../shared/back-link.tsx';
import { ProductEditor } from './product-editor.tsx';

export function Component() {
  const { id = '' } = useParams();
  return <ProductPage key={id} id={Number(id)} />;
}

function ProductPage({ id }: { id: number }) {
  const { data: product, error, refetch, isFetching } = useQuery(useTRPC().admin.products.byId.queryOptions({ id }));
  if (product) return <ProductEditor product={product} />;
  const code = apiError(error)?.code;
  return (
    <AdminPage title={t`Product`} above={<BackLink href={adminProductsPath}>{t`Products`}</BackLink>}>
      {code === 'NOT_FOUND' || code === 'BAD_REQUEST' ? (
        <EmptyState
          title={t`This product does not exist`}
          text={t`Check the URL.`}
          action={<Button href={adminProductsPath}>{t`All products`}</Button>}
        />
      ) : error ? (
        <ErrorState text={messageOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
      ) : (
        <div role="status" aria-label={t`Loading the product`}>
          <SkeletonBox height={420} />
        </div>
      )}
    </AdminPage>
  );
}
