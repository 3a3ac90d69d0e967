/**
 * Draws from `count` ranks, 0 the most popular: rank r is drawn in proportion to 1 / (r + 1), as pages of a store are
 * asked for. `random` returns 0 ≤ x < 1. @throws {RangeError} if there is nothing to draw from.
 */
export function zipf(count: number, random: () => number): () => number {
  if (count < 1) throw new RangeError('There is nothing to draw from.');
  const sums = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank++) {
    sum += 1 / (rank + 1);
    sums[rank] = sum;
  }
  return () => {
    const drawn = random() * sum;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] ?? sum) > drawn) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
