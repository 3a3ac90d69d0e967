import { z } from 'zod';

/** The longest period, in days; it is compared with as many days before. */
export const MAX_DAYS = 365;

/** More than this of what waits are not counted: whoever has so many to do needs no exact number. */
export const MOST_COUNTED = 1000;

export const dashboardInput = z.object({ days: z.number().int().min(1).max(MAX_DAYS).default(30) }).prefault({});
