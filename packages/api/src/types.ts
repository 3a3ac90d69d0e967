import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from './router.ts';

export type { AppRouter };
/** The input of each procedure: `RouterInputs['cart']['add']`. */
export type RouterInputs = inferRouterInputs<AppRouter>;
/** The output of each procedure: `RouterOutputs['cart']['get']`. */
export type RouterOutputs = inferRouterOutputs<AppRouter>;
