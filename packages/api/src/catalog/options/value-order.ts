/** Sizes as people say them, smallest first. */
const sizes = new Map(
  ['xxs', 'xs', 's', 'small', 'm', 'medium', 'l', 'large', 'xl', 'xxl', 'xxxl'].map((size, at) => [size, at]),
);

const collator = new Intl.Collator('en', { numeric: true });

/** Compares the values of an option as shoppers expect them: sizes by size, numbers by number, others by the alphabet. */
export function byValue(a: string, b: string): number {
  const [one, other] = [sizeOf(a), sizeOf(b)];
  return one === other ? collator.compare(a, b) : one - other;
}

/** Other values come after all sizes. */
const sizeOf = (value: string) => sizes.get(value.toLowerCase()) ?? sizes.size;
