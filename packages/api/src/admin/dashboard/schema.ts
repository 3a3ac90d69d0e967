import { z } from 'zod';

/** The longest period, in days; it is compared with as many days before. */
export const MAX_DAYS = 365;

export const dashboardInput = z.object({ days: z.number().int().min(1).max(MAX_DAYS).default(30) }).prefault({});
