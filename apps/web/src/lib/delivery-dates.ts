import { language, perLanguage } from '@lantern/ui/language';
import type { DeliveryMethod } from './delivery-terms.ts';

/* In the reader's own time zone. */
const days = perLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short' }),
);

type Terms = Pick<DeliveryMethod, 'minDays' | 'maxDays' | 'holidays'>;

/** When something ordered on a day arrives: "Tue 1 – Thu 3 Dec". */
export function arrivalText({ minDays, maxDays, holidays }: Terms, ordered: Date): string {
  const [first, last] = [workingDay(ordered, minDays, holidays), workingDay(ordered, maxDays, holidays)];
  const until = dayText(last);
  if (first.getTime() === last.getTime()) return until;
  const from = first.getMonth() === last.getMonth() ? dayText(first).replace(/ \S+$/, '') : dayText(first);
  return `${from} – ${until}`;
}

/** The day after so many working days; nothing is delivered on Saturdays, Sundays and `holidays`, `2026-12-25`. */
export function workingDay(from: Date, count: number, holidays: string[]): Date {
  const day = new Date(from.getFullYear(), from.getMonth(), from.getDate());
  // Swedes write a date as machines do.
  const isFree = () => day.getDay() % 6 === 0 || holidays.includes(day.toLocaleDateString('sv'));
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
