import { createBrowserRouter, matchRoutes } from 'react-router';
import { loadAdminRoutes } from './admin/load-admin-routes.ts';
import { languagePrefix } from './language/language-path.ts';
import { ROOT, routes } from './routes.tsx';

/**
 * The router of the browser. With `isRendered`, the document shows the page already: its code is loaded first, so that it
 * stays where it is.
 */
export async function createAppRouter(isRendered: boolean) {
  if (isRendered) await loadMatched();
  return createBrowserRouter(routes, {
    basename: languagePrefix() || undefined,
    // Without it, the router would look for admin routes before it shows anything.
    hydrationData: isRendered ? {} : undefined,
    async patchRoutesOnNavigation({ path, patch }) {
      const adminRoutes = await loadAdminRoutes(path);
      if (adminRoutes) patch(ROOT, adminRoutes);
    },
  });
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
