/** The tracking numbers of a list, one per line; an empty line stands for a parcel without. */
export function linesOf(list: string): string[] {
  return list
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.trim());
}

/** The orders' numbers with those of a list filled in, the first one for the order `from`. Those too many are left out. */
export function fillFrom(
  numbers: Readonly<Record<string, string>>,
  orders: readonly string[],
  from: string,
  lines: readonly string[],
): Record<string, string> {
  const targets = orders.slice(orders.indexOf(from));
  return {
    ...numbers,
    ...Object.fromEntries(targets.slice(0, lines.length).map((order, at) => [order, lines[at] ?? ''])),
  };
}
