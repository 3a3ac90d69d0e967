/**
 * How much a test of endurance does: `short` in `npm test`, which is enough to be meaningful, and `long` in
 * `npm run test:soak`.
 */
export const soak = (short: number, long: number): number => (process.env.SOAK ? long : short);
