import { createBrowserRouter, type RouteObject } from 'react-router';
import { loadAdminRoutes } from './admin/load-admin-routes.ts';
import { KnownVisitor, RequireUser } from './auth/require-user.tsx';
import { ErrorPage } from './errors/error-page.tsx';
import { CheckoutShell } from './shell/checkout-shell.tsx';
import { Root } from './shell/root.tsx';
import { Shell } from './shell/shell.tsx';
import { SlowStart } from './shell/slow-note.tsx';

/** The route that the admin area is added to. */
const ROOT = 'root';

/** Every page is its own chunk, so that shoppers only download what they look at. */
const routes: RouteObject[] = [
  {
    id: ROOT,
    element: <Root />,
    errorElement: <ErrorPage />,
    hydrateFallbackElement: <SlowStart />,
    children: [
      {
        element: <Shell />,
        children: [
          {
            // Inside the shell, so that a broken page keeps the navigation.
            errorElement: <ErrorPage />,
            children: [
              { index: true, lazy: () => import('./home/home-page.tsx') },
              { path: 'c/:slug', lazy: () => import('./catalog/category-page.tsx') },
              { path: 'all', lazy: () => import('./catalog/category-page.tsx') },
              { path: 'search', lazy: () => import('./catalog/search-page.tsx') },
              { path: 'p/:slug', lazy: () => import('./product/product-page.tsx') },
              { path: 'cart', lazy: () => import('./cart/cart-page.tsx') },
              { path: 'login', lazy: () => import('./auth/login-page.tsx') },
              { path: 'register', lazy: () => import('./auth/register-page.tsx') },
              { path: 'forgot-password', lazy: () => import('./auth/forgot-password-page.tsx') },
              { path: 'reset-password', lazy: () => import('./auth/reset-password-page.tsx') },
              {
                element: <RequireUser />,
                children: [
                  { path: 'account', lazy: () => import('./account/account-page.tsx') },
                  { path: 'orders', lazy: () => import('./orders/orders-page.tsx') },
                  // Until an admin opens it there is no admin area: guests may log in, others get a page that does not
                  // exist.
                  { path: 'admin/*', lazy: () => import('./errors/not-found-page.tsx') },
                ],
              },
              {
                element: <KnownVisitor />,
                children: [
                  { path: 'orders/:number', lazy: () => import('./orders/order-page.tsx') },
                  { path: 'verify-email', lazy: () => import('./auth/verify-email-page.tsx') },
                ],
              },
              { path: '*', lazy: () => import('./errors/not-found-page.tsx') },
            ],
          },
        ],
      },
      {
        path: 'checkout',
        element: <CheckoutShell />,
        children: [
          {
            element: <KnownVisitor />,
            errorElement: <ErrorPage />,
            children: [{ index: true, lazy: () => import('./checkout/checkout-page.tsx') }],
          },
        ],
      },
    ],
  },
];

export const appRouter = createBrowserRouter(routes, {
  async patchRoutesOnNavigation({ path, patch }) {
    const adminRoutes = await loadAdminRoutes(path);
    if (adminRoutes) patch(ROOT, adminRoutes);
  },
});
