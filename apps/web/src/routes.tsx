import { createBrowserRouter } from 'react-router';
import { ErrorPage } from './errors/error-page.tsx';
import { Shell } from './shell/shell.tsx';

/** Every page is a chunk of its own: a shopper downloads what he looks at. */
export const appRoutes = createBrowserRouter([
  {
    element: <Shell />,
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
      { path: 'account', lazy: () => import('./account/account-page.tsx') },
      { path: 'orders', lazy: () => import('./orders/orders-page.tsx') },
      { path: 'orders/:number', lazy: () => import('./orders/order-page.tsx') },
      { path: '*', lazy: () => import('./errors/not-found-page.tsx') },
    ],
  },
  { path: 'checkout', lazy: () => import('./checkout/checkout-page.tsx'), errorElement: <ErrorPage /> },
]);
