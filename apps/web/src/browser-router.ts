import { createBrowserRouter, matchRoutes } from 'react-router';
import { loadAdminRoutes } from './admin/load-admin-routes.ts';
import { languagePrefix } from './language/language-path.ts';
import { ROOT, routes } from './routes.tsx';

/** What no path of the store has but for numbers of orders. */
const MAYBE_MISSPELLED = /[A-Z]|.\/$/;

/**
 * The router of the browser. With `isRendered`, the document shows the page already: its code is loaded first, so that it
 * stays where it is.
 */
export async function createAppRouter(isRendered: boolean) {
  if (isRendered) await loadMatched();
  const router = createBrowserRouter(routes, {
    basename: languagePrefix() || undefined,
    // Without it, the router would look for admin routes before it shows anything.
    hydrationData: isRendered ? {} : undefined,
    async patchRoutesOnNavigation({ path, patch }) {
      const adminRoutes = await loadAdminRoutes(path);
      if (adminRoutes) patch(ROOT, adminRoutes);
    },
  });
  router.subscribe(({ location: { pathname } }) => {
    if (!MAYBE_MISSPELLED.test(pathname)) return;
    // Rarely, so its code can come then. Without it the page is there all the same.
    void import('./page/respell.ts').then(
      ({ respell }) => respell(router),
      () => undefined,
    );
  });
  return router;
}

async function loadMatched(): Promise<void> {
  const matches = matchRoutes(routes, window.location, languagePrefix()) ?? [];
  await Promise.all(
    matches.map(async ({ route }) => {
      if (typeof route.lazy !== 'function') return;
      // The router tries again, and its error page says what to do.
      const module = await route.lazy().catch(() => null);
      if (module) Object.assign(route, { ...module, lazy: undefined });
    }),
  );
}
