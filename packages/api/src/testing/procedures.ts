import { appRouter } from '../router.ts';

/** Every procedure whose path begins with `prefix`, by its path, with its kind: query, mutation or subscription. */
export function proceduresUnder(prefix: string): { path: string; type: string }[] {
  return Object.entries<unknown>(appRouter._def.procedures)
    .filter(([path]) => path.startsWith(prefix))
    .map(([path, procedure]) => ({ path, type: String(Reflect.get(Object(procedure), '_def').type) }));
}
