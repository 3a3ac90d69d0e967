import { appRouter } from '../router.ts';

/** The path and type (query, mutation or subscription) of every procedure whose path begins with `prefix`. */
export function proceduresUnder(prefix: string): { path: string; type: string }[] {
  return Object.entries<unknown>(appRouter._def.procedures)
    .filter(([path]) => path.startsWith(prefix))
    .map(([path, procedure]) => ({ path, type: String(Reflect.get(Object(procedure), '_def').type) }));
}
