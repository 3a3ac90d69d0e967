import { activityRouter } from '../activity/router.ts';
import { router } from '../trpc.ts';
import { adminCategoriesRouter } from './categories/router.ts';
import { adminProductsRouter } from './products/router.ts';

/** The admin's side of the shop. Every procedure here is an `adminProcedure`; a test goes through them all. */
export const adminRouter = router({
  activity: activityRouter,
  categories: adminCategoriesRouter,
  products: adminProductsRouter,
});
