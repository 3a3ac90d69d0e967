const dayParts = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const localDay = new Intl.DateTimeFormat('en-GB', dayParts);
const utcDay = new Intl.DateTimeFormat('en-GB', { ...dayParts, timeZone: 'UTC' });
const localMinute = new Intl.DateTimeFormat('en-GB', {
  ...dayParts,
  hour: '2-digit',
  minute: '2-digit',
});
const localMinuteAndZone = new Intl.DateTimeFormat('en-GB', {
  ...dayParts,
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
});

/** An ISO date or instant as "24 Nov 2026", an instant on the reader's own calendar. */
export function formatDate(iso: string): string {
  // A bare date is midnight UTC to `Date`, which west of London is still the day before.
  const isBareDate = /^\d{4}-\d{2}-\d{2}$/.test(iso);
  return (isBareDate ? utcDay : localDay).format(new Date(iso));
}

/** An ISO instant as "24 Nov 2026, 18:42" by the reader's clock. */
export function formatDateTime(iso: string): string {
  return localMinute.format(new Date(iso));
}

/** The same with its time zone, for a `title`: "24 Nov 2026, 18:42 GMT+1". */
export function formatDateTimeZone(iso: string): string {
  return localMinuteAndZone.format(new Date(iso));
}

const english = new Intl.PluralRules('en');

/** A number and what it counts: "1 item", "1,284 items". `many` for irregular plurals. */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${english.select(count) === 'one' ? one : many}`;
}

/** A number that may be the least one, and what it counts: "1,284 items", or "1,000+ items" if there are more. */
export function formatLeast(count: number, isExact: boolean, one: string): string {
  return isExact ? formatCount(count, one) : `${count.toLocaleString('en')}+ ${one}s`;
}
