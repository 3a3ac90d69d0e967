import type { RouteObject } from 'react-router';
import { RequireUser } from '../auth/require-user.tsx';
import { ErrorPage } from '../errors/error-page.tsx';
import { AdminShell } from './shell/admin-shell.tsx';

/**
 * The pages of the admin area, one chunk each. Only `load-admin-routes.ts` may import this file, and only for admins.
 */
export const adminRoutes: RouteObject[] = [
  {
    element: <RequireUser />,
    children: [
      {
        path: 'admin',
        element: <AdminShell />,
        children: [
          {
            errorElement: <ErrorPage />,
            children: [
              { index: true, lazy: () => import('./dashboard/dashboard-page.tsx') },
              { path: 'categories', lazy: () => import('./categories/categories-page.tsx') },
              { path: 'synonyms', lazy: () => import('./synonyms/synonyms-page.tsx') },
              { path: 'translations', lazy: () => import('./glossary/glossary-page.tsx') },
              { path: 'delivery', lazy: () => import('./delivery/delivery-page.tsx') },
              { path: 'promotions', lazy: () => import('./promotions/promotions-page.tsx') },
              { path: 'users', lazy: () => import('./users/users-page.tsx') },
              { path: 'users/:id', lazy: () => import('./users/user-page.tsx') },
              { path: 'orders', lazy: () => import('./orders/orders-page.tsx') },
              { path: 'orders/:number', lazy: () => import('./orders/order-page.tsx') },
              { path: 'fulfilment', lazy: () => import('./fulfilment/fulfilment-page.tsx') },
              { path: 'fulfilment/packing-slips', lazy: () => import('./fulfilment/packing-slips-page.tsx') },
              { path: 'returns', lazy: () => import('./returns/returns-page.tsx') },
              { path: 'products', lazy: () => import('./products/products-page.tsx') },
              { path: 'products/new', lazy: () => import('./products/new-product-page.tsx') },
              { path: 'products/:id', lazy: () => import('./products/product-page.tsx') },
              { path: 'mails', lazy: () => import('./mails/mails-page.tsx') },
              { path: 'mails/texts', lazy: () => import('./mail-texts/mail-texts-page.tsx') },
              { path: 'mails/texts/:kind', lazy: () => import('./mail-texts/mail-text-page.tsx') },
              { path: 'mails/:id', lazy: () => import('./mails/mail-page.tsx') },
              { path: 'pages', lazy: () => import('./pages/pages-page.tsx') },
              { path: 'pages/:id', lazy: () => import('./pages/page-page.tsx') },
              { path: 'activity', lazy: () => import('./activity/activity-page.tsx') },
            ],
          },
        ],
      },
    ],
  },
];
