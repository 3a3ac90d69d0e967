import { Article } from '@lantern/ui/article';
import { Breadcrumbs } from '@lantern/ui/breadcrumbs';
import { ErrorState } from '@lantern/ui/error-state';
import { formatDate } from '@lantern/ui/format';
import { Page } from '@lantern/ui/page';
import { SkeletonText } from '@lantern/ui/skeleton';
import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { Component as NotFound } from '../errors/not-found-page.tsx';
import { pageHead } from '../head/page-head.ts';
import { pagePath } from '../lib/paths.ts';
import { messageOf, namesNothing, useTRPC } from '../lib/trpc.ts';
import { Moved, useHead } from '../page/page-answer.tsx';
import './store-page.css';

/** A page that the store's owners have written: how it delivers, what it does with data. */
export function Component() {
  const { slug = '' } = useParams();
  const { data, error, refetch, isFetching } = useQuery(useTRPC().pages.bySlug.queryOptions({ slug }));
  useHead((origin) => (data ? pageHead(data, origin) : null));
  if (namesNothing(error, 'slug')) return <NotFound />;
  // A previous slug: redirect to the current one.
  if (data && data.slug !== slug) return <Moved to={pagePath(data.slug)} />;
  return (
    <Page
      width="narrow"
      title={data?.title}
      above={data && <Breadcrumbs items={[{ label: t`Home`, href: '/' }, { label: data.title }]} />}
    >
      {data ? (
        <>
          <Article html={data.html} />
          {/* A day by the same calendar for everyone, as the page is. */}
          <p className="store-page__changed">{t`Last changed ${{ day: formatDate(data.updatedAt.slice(0, 10)) }}`}</p>
        </>
      ) : error ? (
        <ErrorState text={messageOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
      ) : (
        <SkeletonText lines={12} />
      )}
    </Page>
  );
}
