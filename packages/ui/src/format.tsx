const euros = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const minute = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

/** 12900 → "€129.00" */
export function formatCents(cents: number): string {
  return euros.format(cents / 100);
}

/** An ISO time as the reader's own day: "24 Nov 2026". */
export function formatDate(iso: string): string {
  return day.format(new Date(iso));
}

/** An ISO time on the reader's own clock: "24 Nov, 18:42". */
export function formatDateTime(iso: string): string {
  return minute.format(new Date(iso));
}
