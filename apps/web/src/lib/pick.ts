/** The named properties of an object. */
export function pick<From, Key extends keyof From>(from: From, keys: readonly Key[]): Pick<From, Key> {
  return Object.assign({}, ...keys.map((key) => ({ [key]: from[key] })));
}

/** The names of an object's own properties, in order. */
export function keysOf<Of extends object>(of: Of): (keyof Of & string)[] {
  return Object.keys(of).filter((name): name is keyof Of & string => Object.hasOwn(of, name));
}
