import { adminProcedure, router } from '../trpc.ts';
import { activityRouter } from './activity/router.ts';
import { adminCategoriesRouter } from './categories/router.ts';
import { dashboardInput } from './dashboard/schema.ts';
import { dashboard } from './dashboard/service.ts';
import { adminDeliveryRouter } from './delivery/router.ts';
import { adminMailRouter } from './mail/router.ts';
import { adminOrdersRouter } from './orders/router.ts';
import { adminPagesRouter } from './pages/router.ts';
import { adminProductsRouter } from './products/router.ts';
import { adminPromotionsRouter } from './promotions/router.ts';
import { adminReturnsRouter } from './returns/router.ts';
import { adminSynonymsRouter } from './synonyms/router.ts';
import { adminUsersRouter } from './users/router.ts';

/** The admin API. Every procedure here is an `adminProcedure`; a test covers them all. */
export const adminRouter = router({
  activity: activityRouter,
  categories: adminCategoriesRouter,
  dashboard: adminProcedure.input(dashboardInput).query(({ ctx, input }) => dashboard(ctx.services, input.days)),
  mail: adminMailRouter,
  delivery: adminDeliveryRouter,
  orders: adminOrdersRouter,
  pages: adminPagesRouter,
  products: adminProductsRouter,
  promotions: adminPromotionsRouter,
  returns: adminReturnsRouter,
  synonyms: adminSynonymsRouter,
  users: adminUsersRouter,
});
