import { listParameters, type ViewedList, viewQuery } from '@lantern/api/admin/views/schema';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../lib/trpc.ts';
import { useQueryParams } from '../../lib/use-query-params.ts';

/** An admin's views of a list: which of them is shown, and how to show another one. */
export function useViews(list: ViewedList) {
  const { data: views, error, refetch, isFetching } = useQuery(useTRPC().admin.views.list.queryOptions({ list }));
  const [params, edit] = useQueryParams();
  const query = viewQuery(list, params);

  /** Shows the list with the filters of a view, or without any. */
  function show(wanted: string) {
    const filters = new URLSearchParams(wanted);
    edit((current) => {
      for (const name of listParameters[list]) {
        const value = filters.get(name);
        if (value === null) current.delete(name);
        else current.set(name, value);
      }
    });
  }

  return {
    views,
    error,
    refetch,
    isFetching,
    /** The list's filters as a view keeps them; empty without any. */
    query,
    chosen: views?.find((view) => view.query === query),
    show,
  };
}
