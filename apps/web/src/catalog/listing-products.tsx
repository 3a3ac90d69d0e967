import type { RouterOutputs } from '@lantern/api/types';
import { cx } from '@lantern/ui/cx';
import { LoadMore } from '@lantern/ui/load-more';
import { itemsOf, type ListQuery } from '../lib/list-query.ts';
import { PAGE_SIZE } from './filters.ts';
import { ProductCards } from './product-cards.tsx';
import { useInView } from './use-in-view.ts';

/** An infinite query over the list, or over the search, whose total may be the least number. */
export type ProductListQuery = ListQuery<
  Pick<RouterOutputs['catalog']['list'], 'items' | 'total'> & { totalIsExact?: boolean }
>;

/** Pages loaded by scrolling; after that only by the button, so that the footer can be reached. */
const PAGES_BY_SCROLLING = 5;

/** Those that a phone shows at first; others come by themselves once the page is there. */
const FIRST_ROWS = 4;

/** The products found so far; more load on scrolling or by the button. */
export function ListingProducts({ list }: { list: ProductListQuery }) {
  const pages = list.data?.pages ?? [];
  const products = itemsOf(list);
  const { hasNextPage, isFetchingNextPage, isPlaceholderData } = list;
  const goesOn = hasNextPage && !isFetchingNextPage && !isPlaceholderData && !list.error;
  const end = useInView(() => list.fetchNextPage(), goesOn && pages.length < PAGES_BY_SCROLLING);
  return (
    <>
      <div
        className={cx('listing__products', isPlaceholderData && 'listing__products--old')}
        aria-busy={isPlaceholderData}
      >
        <ProductCards products={products} eager={FIRST_ROWS} narrow />
      </div>
      <div ref={end}>
        {pages.length + Number(hasNextPage) > 1 && (
          <LoadMore
            shown={products.length}
            total={pages[0]?.total ?? products.length}
            atLeast={pages[0]?.totalIsExact === false && hasNextPage}
            step={PAGE_SIZE}
            loading={isFetchingNextPage}
            onMore={() => list.fetchNextPage()}
          />
        )}
      </div>
    </>
  );
}
