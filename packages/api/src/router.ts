import { accountRouter } from './account/router.ts';
import { adminRouter } from './admin/router.ts';
import { authRouter } from './auth/router.ts';
import { cartRouter } from './cart/router.ts';
import { catalogRouter } from './catalog/router.ts';
import { cancelRouter, checkoutRouter } from './checkout/router.ts';
import { ordersRouter } from './orders/router.ts';
import { pagesRouter } from './pages/router.ts';
import { restockRouter } from './restock/router.ts';
import { returnsRouter } from './returns/router.ts';
import { mergeRouters, router } from './trpc.ts';

/** The whole API, one router per domain. Clients infer every call from its type. */
export const appRouter = router({
  account: accountRouter,
  admin: adminRouter,
  auth: authRouter,
  cart: cartRouter,
  catalog: catalogRouter,
  checkout: checkoutRouter,
  orders: mergeRouters(ordersRouter, cancelRouter, returnsRouter),
  pages: pagesRouter,
  restock: restockRouter,
});

export type AppRouter = typeof appRouter;
