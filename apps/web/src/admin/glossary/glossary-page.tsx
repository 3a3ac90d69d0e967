import { MAX_SOURCE } from '@lantern/api/admin/glossary/schema';
import { ChipSelect } from '@lantern/ui/chip-select';
import { EmptyState } from '@lantern/ui/empty-state';
import { ErrorState } from '@lantern/ui/error-state';
import { formatNumber } from '@lantern/ui/format';
import { language } from '@lantern/ui/language';
import { LoadMore } from '@lantern/ui/load-more';
import { SkeletonText } from '@lantern/ui/skeleton';
import { t } from '@lingui/core/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { messageOf, useTRPC } from '../../lib/trpc.ts';
import { languageName } from '../fields/translated-texts.ts';
import { AdminPage, FilterBar } from '../shared/admin-page.tsx';
import { keysetPaging } from '../shared/list-table.tsx';
import { SearchFilter } from '../shared/search-filter.tsx';
import { useUrlState } from '../shared/use-url-state.ts';
import { TermField } from './term-field.tsx';
import './glossary-page.css';

const STEP = 50;
const names = ['q', 'language', 'show'] as const;

/** The short texts that products share, such as options, facts and descriptions of images, in the store's other languages. */
export function Component() {
  const trpc = useTRPC();
  const { values, set } = useUrlState(names);
  const [, ...others] = language().all;
  const chosen = others.find((code) => code === values.language) ?? others[0] ?? '';
  const missing = values.show !== 'all';
  const query = { language: chosen, missing, q: values.q, limit: STEP };
  const { data, error, isFetching, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    trpc.admin.glossary.list.infiniteQueryOptions(query, { ...keysetPaging, enabled: chosen !== '' }),
  );
  const last = data?.pages.at(-1);
  const terms = data?.pages.flatMap((page) => page.terms) ?? [];
  return (
    <AdminPage title={t`Translations`}>
      <p className="glossary-page__intro">
        {t`Options, facts, descriptions of images and delivery methods: said once, for all products that have them. What is not translated is shown as it is.`}{' '}
        {t`Texts of more than ${MAX_SOURCE} characters are not listed: they are the same in all languages.`}
      </p>
      <FilterBar>
        <SearchFilter label={t`Search translations`} value={values.q} onChange={(q) => set({ q })} />
        {others.length > 1 && (
          <ChipSelect
            label={t`Language`}
            value={chosen}
            options={others.map((code) => ({ value: code, label: languageName(code) }))}
            onChange={(code) => set({ language: code })}
          />
        )}
        <ChipSelect
          label={t`Show`}
          value={missing ? 'missing' : 'all'}
          options={[
            { value: 'missing', label: t`Not translated` },
            { value: 'all', label: t`All texts` },
          ]}
          onChange={(show) => set({ show: show === 'all' ? 'all' : undefined })}
        />
      </FilterBar>
      {last ? (
        <>
          <p className="glossary-page__count num" role="status">
            {t`${{ translated: formatNumber(last.translated) }} of ${{ texts: formatNumber(last.texts) }} texts are translated.`}
          </p>
          {last.total === 0 ? (
            <EmptyState title={t`Nothing to translate`} text={t`Every text that matches has a translation.`} />
          ) : (
            <ul className="glossary-page">
              {terms.map((term) => (
                <TermField key={`${chosen} ${term.source}`} language={chosen} term={term} />
              ))}
            </ul>
          )}
          {hasNextPage && (
            <LoadMore
              shown={terms.length}
              total={last.total}
              step={STEP}
              loading={isFetchingNextPage}
              onMore={() => void fetchNextPage()}
            />
          )}
        </>
      ) : error ? (
        <ErrorState text={messageOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
      ) : (
        <SkeletonText lines={10} />
      )}
    </AdminPage>
  );
}
