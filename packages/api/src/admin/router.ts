import { adminProcedure, router } from '../trpc.ts';
import { activityRouter } from './activity/router.ts';
import { adminCategoriesRouter } from './categories/router.ts';
import { dashboardInput } from './dashboard/schema.ts';
import { dashboard } from './dashboard/service.ts';
import { adminDeliveryRouter } from './delivery/router.ts';
import { findInput } from './find/schema.ts';
import { find } from './find/service.ts';
import { adminGlossaryRouter } from './glossary/router.ts';
import { adminMailRouter } from './mail/router.ts';
import { adminOrdersRouter } from './orders/router.ts';
import { adminPagesRouter } from './pages/router.ts';
import { periodsOf } from './periods/service.ts';
import { adminProductsRouter } from './products/router.ts';
import { adminPromotionsRouter } from './promotions/router.ts';
import { adminReturnsRouter } from './returns/router.ts';
import { adminSynonymsRouter } from './synonyms/router.ts';
import { adminUsersRouter } from './users/router.ts';
import { adminViewsRouter } from './views/router.ts';

/** The admin API. Every procedure here is an `adminProcedure`; a test covers them all. */
export const adminRouter = router({
  activity: activityRouter,
  categories: adminCategoriesRouter,
  dashboard: adminProcedure.input(dashboardInput).query(({ ctx, input }) => dashboard(ctx.services, input.days)),
  find: adminProcedure.input(findInput).query(({ ctx, input }) => find(ctx.services, input.q)),
  glossary: adminGlossaryRouter,
  mail: adminMailRouter,
  delivery: adminDeliveryRouter,
  orders: adminOrdersRouter,
  pages: adminPagesRouter,
  periods: adminProcedure.query(({ ctx }) => periodsOf(ctx.services.calendar)),
  products: adminProductsRouter,
  promotions: adminPromotionsRouter,
  returns: adminReturnsRouter,
  synonyms: adminSynonymsRouter,
  users: adminUsersRouter,
  views: adminViewsRouter,
});
