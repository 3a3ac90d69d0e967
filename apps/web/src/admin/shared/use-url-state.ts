import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

type Values<Name extends string> = Partial<Record<Name, string>>;

/**
 * Values kept in the URL under these names, so that a view can be shared, reloaded and gone back to. `values` are the
 * current ones; `set` changes some of them (undefined or '' removes one) and adds a history entry unless `{ replace:
 * true }`; `clear` removes all; `any` is whether one is set. Declare the list outside the component: `const names =
 * ['q', 'status'] as const`.
 */
export function useUrlState<const Name extends string>(names: readonly Name[]) {
  const [params, setParams] = useSearchParams();

  const values = useMemo(() => {
    const found: Values<Name> = {};
    for (const name of names) found[name] = params.get(name) || undefined;
    return found;
  }, [names, params]);

  const set = useCallback(
    (changes: Values<Name>, { replace = false } = {}) =>
      setParams(
        (current) => {
          const next = new URLSearchParams(current);
          for (const name of names) {
            if (!(name in changes)) continue;
            const value = changes[name];
            if (value) next.set(name, value);
            else next.delete(name);
          }
          return next;
        },
        { replace, preventScrollReset: true },
      ),
    [names, setParams],
  );

  const clear = useCallback(
    () =>
      setParams(
        (current) => {
          const next = new URLSearchParams(current);
          for (const name of names) next.delete(name);
          return next;
        },
        { preventScrollReset: true },
      ),
    [names, setParams],
  );

  return { values, set, clear, any: names.some((name) => values[name] !== undefined) };
}
