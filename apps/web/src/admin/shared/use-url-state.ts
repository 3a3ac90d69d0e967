import { useCallback, useMemo } from 'react';
import { useQueryParams } from '../../lib/use-query-params.ts';

type Values<Name extends string> = Partial<Record<Name, string>>;

/**
 * Values kept in the URL under these names, so that a view can be shared, reloaded and gone back to. `values` are the
 * current ones; `set` changes some of them (undefined or '' removes one) and adds a history entry unless `{ replace:
 * true }`; `clear` removes all; `any` is whether one is set. Declare the list outside the component: `const names =
 * ['q', 'status'] as const`.
 */
export function useUrlState<const Name extends string>(names: readonly Name[]) {
  const [params, edit] = useQueryParams();

  const values = useMemo(() => {
    const found: Values<Name> = {};
    for (const name of names) found[name] = params.get(name) || undefined;
    return found;
  }, [names, params]);

  const set = useCallback(
    (changes: Values<Name>, options?: { replace?: boolean }) =>
      edit((current) => {
        for (const name of names) {
          if (!(name in changes)) continue;
          const value = changes[name];
          if (value) current.set(name, value);
          else current.delete(name);
        }
      }, options),
    [names, edit],
  );

  const clear = useCallback(
    () =>
      edit((current) => {
        for (const name of names) current.delete(name);
      }),
    [names, edit],
  );

  return { values, set, clear, any: names.some((name) => values[name] !== undefined) };
}
