/** The named fields of a row or a plain object, and nothing else of it. */
export function pick<From, Key extends keyof From>(from: From, keys: readonly Key[]): Pick<From, Key> {
  return Object.assign({}, ...keys.map((key) => ({ [key]: from[key] })));
}

/** The same, without those that are left out. */
export function pickDefined<From, Key extends keyof From>(from: From, keys: readonly Key[]): Partial<Pick<From, Key>> {
  return pick(
    from,
    keys.filter((key) => from[key] !== undefined),
  );
}
