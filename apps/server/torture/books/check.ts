/** One promise, compared with the books. */
export interface Check {
  promise: string;
  /** How many orders, variants, entries or answers were compared. */
  compared: number;
  /** Each difference in a line; none if the promise is kept. */
  differences: string[];
}

/** Compares every row; `differenceOf` returns null where all is well. */
export function checkEach<Row>(
  promise: string,
  rows: Iterable<Row>,
  differenceOf: (row: Row) => string | null | false,
): Check {
  const differences: string[] = [];
  let compared = 0;
  for (const row of rows) {
    compared++;
    const difference = differenceOf(row);
    if (difference) differences.push(difference);
  }
  return { promise, compared, differences };
}
