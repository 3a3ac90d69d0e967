/** Integer cents as a sentence has them, without ever being a float: 129000 → "€1,290.00". */
export function formatEuros(cents: number): string {
  const whole = Math.trunc(cents / 100).toLocaleString('en-IE');
  return `€${whole}.${String(cents % 100).padStart(2, '0')}`;
}
