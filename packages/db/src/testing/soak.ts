/** The size of a soak test: `short` in `npm test`, which is still meaningful, and `long` in `npm run test:soak`. */
export const soak = (short: number, long: number): number => (process.env.SOAK ? long : short);
