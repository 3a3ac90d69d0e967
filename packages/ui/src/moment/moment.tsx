import { formatDateTime, formatDateTimeZone } from '../format/format.tsx';

/** An instant (ISO) by the reader's own clock: "24 Nov 2026, 18:42"; its title says in which zone. */
export function Moment({ at }: { at: string }) {
  return (
    <time dateTime={at} title={formatDateTimeZone(at)}>
      {formatDateTime(at)}
    </time>
  );
}
