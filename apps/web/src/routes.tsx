import type { RouteObject } from 'react-router';
import { filterNames } from './catalog/filters.ts';
import { ErrorPage } from './errors/error-page.tsx';
import { Component as NotFound } from './errors/not-found-page.tsx';
import { type PageHandle, page } from './page-route.ts';
import { Root } from './shell/root.tsx';
import { Shell } from './shell/shell.tsx';
import { SlowStart } from './shell/slow-note.tsx';

/** The route that the admin area is added to. */
export const ROOT = 'root';

// What stands around pages about whoever looks at them comes with these pages.
const requireUser = async () => ({ Component: (await import('./auth/require-user.tsx')).RequireUser });
const knownVisitor = async () => ({ Component: (await import('./auth/require-user.tsx')).KnownVisitor });
const checkoutShell = async () => ({ Component: (await import('./shell/checkout-shell.tsx')).CheckoutShell });

/** The store's pages. Those that say what they read of the query are rendered on the server. */
export const routes: RouteObject[] = [
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
              { index: true, ...page('home/home-page', []) },
              { path: 'c/:slug', ...page('catalog/category-page', filterNames) },
              { path: 'all', ...page('catalog/category-page', filterNames) },
              { path: 'search', ...page('catalog/search-page', ['q', 'literal', 'in', ...filterNames]) },
              { path: 'p/:slug', ...page('product/product-page', ['sku']) },
              { path: 'pages/:slug', ...page('store-page/store-page', []) },
              { path: 'cart', ...page('cart/cart-page') },
              { path: 'login', ...page('auth/login-page', ['next']) },
              { path: 'register', ...page('auth/register-page', ['next']) },
              { path: 'forgot-password', ...page('auth/forgot-password-page', []) },
              { path: 'reset-password', ...page('auth/reset-password-page') },
              { path: 'stop-mails', ...page('restock/stop-mails-page') },
              {
                lazy: requireUser,
                children: [
                  { path: 'account', ...page('account/account-page') },
                  { path: 'orders', ...page('orders/orders-page') },
                  // Until an admin opens it there is no admin area: guests may log in, others get a page that does not
                  // exist.
                  { path: 'admin/*', Component: NotFound },
                ],
              },
              {
                lazy: knownVisitor,
                children: [
                  { path: 'orders/:number', ...page('orders/order-page') },
                  { path: 'verify-email', ...page('auth/verify-email-page') },
                ],
              },
              { path: '*', Component: NotFound, handle: { reads: [] } satisfies PageHandle },
            ],
          },
        ],
      },
      {
        path: 'checkout',
        lazy: checkoutShell,
        children: [
          {
            lazy: knownVisitor,
            errorElement: <ErrorPage />,
            children: [{ index: true, ...page('checkout/checkout-page') }],
          },
        ],
      },
    ],
  },
];
