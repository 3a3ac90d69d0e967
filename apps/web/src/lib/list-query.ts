/** The parts of a paged infinite query that a list on a page needs; `Page` is what one fetch returns. */
export interface ListQuery<Page> {
  data: { pages: Page[] } | undefined;
  error: unknown;
  hasNextPage: boolean;
  isFetching: boolean;
  isFetchingNextPage: boolean;
  /** The rows of the previous filters, while those of new ones are loading. */
  isPlaceholderData: boolean;
  fetchNextPage: () => unknown;
  refetch: () => unknown;
}

/** All rows fetched so far. */
export function itemsOf<Row>({ data }: Pick<ListQuery<{ items: Row[] }>, 'data'>): Row[] {
  return data?.pages.flatMap(({ items }) => items) ?? [];
}
