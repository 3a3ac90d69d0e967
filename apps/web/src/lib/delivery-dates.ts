import { language, perLanguage } from '@lantern/ui/language';
import type { DeliveryMethod } from './delivery-terms.ts';

/* In the reader's own time zone. */
const days = perLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short' }),
);

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

/** "Tue 1 Dec", in German "Di., 1. Dez.". */
function dayText(day: Date): string {
  const text = days().format(day);
  // A comma after the weekday would separate the two days of a range.
  return language().code === 'en' ? text.replace(',', '') : text;
}
