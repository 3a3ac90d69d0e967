/** A plain object with only the given fields of a row or an object. */
export function pick<From, Key extends keyof From>(from: From, keys: readonly Key[]): Pick<From, Key> {
  return Object.assign({}, ...keys.map((key) => ({ [key]: from[key] })));
}

/** Like `pick`, without fields that are undefined. */
export function pickDefined<From, Key extends keyof From>(from: From, keys: readonly Key[]): Partial<Pick<From, Key>> {
  return pick(
    from,
    keys.filter((key) => from[key] !== undefined),
  );
}
