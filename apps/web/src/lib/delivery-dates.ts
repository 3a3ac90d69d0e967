import type { DeliveryMethod } from './delivery-terms.ts';

/* In the reader's own time zone, and without the comma that `format` would put after the weekday. */
const parts = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' });

/** When something ordered on a day arrives: "Tue 1 – Thu 3 Dec". */
export function arrivalText({ minDays, maxDays }: Pick<DeliveryMethod, 'minDays' | 'maxDays'>, ordered: Date): string {
  const [first, last] = [workingDay(ordered, minDays), workingDay(ordered, maxDays)];
  const until = dayText(last);
  if (first.getTime() === last.getTime()) return until;
  const from = first.getMonth() === last.getMonth() ? dayText(first).replace(/ \S+$/, '') : dayText(first);
  return `${from} – ${until}`;
}

/** The day after so many working days; nothing is delivered on Saturdays and Sundays. */
function workingDay(from: Date, count: number): Date {
  const day = new Date(from.getFullYear(), from.getMonth(), from.getDate());
  const isFree = () => day.getDay() % 6 === 0;
  for (let left = count; left > 0 || isFree(); ) {
    day.setDate(day.getDate() + 1);
    if (!isFree()) left -= 1;
  }
  return day;
}

function dayText(day: Date): string {
  const part = Object.fromEntries(parts.formatToParts(day).map(({ type, value }) => [type, value]));
  return `${part.weekday} ${part.day} ${part.month}`;
}
