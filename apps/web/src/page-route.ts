import type { RouteObject } from 'react-router';

/** Every page is its own chunk, so that shoppers only download what they look at. */
const pages = import.meta.glob<{ Component: () => React.ReactNode }>(['./*/*-page.tsx', '!./errors/*']);

/** What the server knows of a page. */
export interface PageHandle {
  /** Its module, as Vite's manifest names it; left out if it comes with every page. */
  source?: string;
  /**
   * The parameters of the URL's query that decide what it shows. Only of pages that are the same for everyone, which the
   * server renders; undefined for those about whoever looks at them.
   */
  reads?: readonly string[];
}

/** The page of this name, such as `home/home-page`, for a route. */
export function page(name: string, reads?: readonly string[]): Pick<RouteObject, 'lazy' | 'handle'> {
  const lazy = pages[`./${name}.tsx`];
  if (!lazy) throw new Error(`There is no page ${name}.`);
  const handle: PageHandle = { source: `src/${name}.tsx`, reads };
  return { lazy, handle };
}

export function isPageHandle(handle: unknown): handle is PageHandle {
  return typeof handle === 'object' && handle !== null && 'reads' in handle;
}
