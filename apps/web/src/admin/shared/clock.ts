import { perLanguage } from '@lantern/ui/language';
import { t } from '@lingui/core/macro';

const second = perLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' }),
);
const minute = perLanguage((locale) => new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }));
const day = perLanguage((locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }));

/** The reader's time zone: "Europe/London". */
export const { timeZone: ownTimeZone } = new Intl.DateTimeFormat().resolvedOptions();

/** A time on the reader's clock: "18:42:07" today, "23 Nov 18:42:07" before. */
export function clockText(iso: string): string {
  return sayDay(new Date(iso), second());
}

/** The same without seconds. */
export function minuteText(iso: string): string {
  return sayDay(new Date(iso), minute());
}

function sayDay(at: Date, clock: Intl.DateTimeFormat): string {
  const today = at.toDateString() === new Date().toDateString();
  return today ? clock.format(at) : `${day().format(at)} ${clock.format(at)}`;
}

/** How long ago: "just now", "5 min ago". */
export function agoText(then: number, now: number): string {
  const minutes = Math.floor((now - then) / 60_000);
  if (minutes < 1) return t`just now`;
  return minutes < 60 ? t`${minutes} min ago` : t`${{ hours: Math.floor(minutes / 60) }} h ago`;
}
