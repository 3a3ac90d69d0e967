/** Sizes as people say them, smallest first. */
const sizes = new Map(
  ['xxs', 'xs', 's', 'small', 'm', 'medium', 'l', 'large', 'xl', 'xxl', 'xxxl'].map((size, at) => [size, at]),
);

const collator = new Intl.Collator('en', { numeric: true });

/** A value of an option, and what it is called where it is shown, if that is something else. */
interface Named {
  value: string;
  label?: string;
}

/** Compares the values of an option as shoppers expect them: sizes by size, numbers by number, others by the alphabet. */
export function byValue(a: Named, b: Named): number {
  const [one, other] = [sizeOf(a.value), sizeOf(b.value)];
  return one - other || collator.compare(a.label ?? a.value, b.label ?? b.value) || compare(a.value, b.value);
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** Other values come after all sizes. */
const sizeOf = (value: string) => sizes.get(value.toLowerCase()) ?? sizes.size;
