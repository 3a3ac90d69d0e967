import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from './router.ts';

export type { AppRouter };
/** What each procedure takes: `RouterInputs['cart']['add']`. */
export type RouterInputs = inferRouterInputs<AppRouter>;
/** What each procedure answers: `RouterOutputs['cart']['get']`. */
export type RouterOutputs = inferRouterOutputs<AppRouter>;
