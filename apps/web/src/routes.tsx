import { createBrowserRouter } from 'react-router';
import { ErrorPage } from './errors/error-page.tsx';
import { CheckoutShell } from './shell/checkout-shell.tsx';
import { Root } from './shell/root.tsx';
import { Shell } from './shell/shell.tsx';

/** Every page is a chunk of its own: a shopper downloads what he looks at. */
export const appRouter = createBrowserRouter([
  {
    element: <Root />,
    errorElement: <ErrorPage />,
    hydrateFallbackElement: <></>,
    children: [
      {
        element: <Shell />,
        children: [
          {
            // Inside the shell, so that a page that breaks leaves the way to the others.
            errorElement: <ErrorPage />,
            children: [
              { index: true, lazy: () => import('./home/home-page.tsx') },
              { path: 'c/:slug', lazy: () => import('./catalog/category-page.tsx') },
              { path: 'all', lazy: () => import('./catalog/category-page.tsx') },
              { path: 'search', lazy: () => import('./catalog/search-page.tsx') },
              { path: 'p/:slug', lazy: () => import('./product/product-page.tsx') },
              { path: 'cart', lazy: () => import('./cart/cart-page.tsx') },
              { path: '*', lazy: () => import('./errors/not-found-page.tsx') },
            ],
          },
        ],
      },
      {
        path: 'checkout',
        element: <CheckoutShell />,
        children: [{ index: true, lazy: () => import('./errors/not-found-page.tsx') }],
      },
    ],
  },
]);
