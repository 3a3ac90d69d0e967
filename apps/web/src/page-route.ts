import type { RouteObject } from 'react-router';

interface PageModule {
  Component: () => React.ReactNode;
}

/** What shoppers walk through is in the first chunk, so that from page to page no code is waited for. */
const shopPages = import.meta.glob<PageModule>(
  ['./home/home-page.tsx', './catalog/category-page.tsx', './product/product-page.tsx'],
  { eager: true },
);

/** Every other page is its own chunk. */
const otherPages = import.meta.glob<PageModule>([
  './*/*-page.tsx',
  '!./{home,product,errors}/*',
  '!./*/category-page.tsx',
]);

/** What the server knows of a page. */
export interface PageHandle {
  /** Its module, as Vite's manifest names it; left out if it comes with every page. */
  source?: string;
  /**
   * The parameters of the URL's query that decide what it shows; `o.*` are all that begin with `o.`. Only of pages that are
   * the same for everyone, which the server renders; undefined for those about whoever looks at them.
   */
  reads?: readonly string[];
}

/** The page of this name, such as `home/home-page`, for a route. */
export function page(name: string, reads?: readonly string[]): Pick<RouteObject, 'Component' | 'lazy' | 'handle'> {
  const path = `./${name}.tsx`;
  const [Component, lazy] = [shopPages[path]?.Component, otherPages[path]];
  if (!Component && !lazy) throw new Error(`There is no page ${name}.`);
  const handle: PageHandle = { source: `src/${name}.tsx`, reads };
  return Component ? { Component, handle } : { lazy, handle };
}

export function isPageHandle(handle: unknown): handle is PageHandle {
  return typeof handle === 'object' && handle !== null && 'reads' in handle;
}
