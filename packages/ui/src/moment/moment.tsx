import { formatDate, formatDateTime, formatDateTimeZone } from '../format/format.tsx';

interface MomentProps {
  /** ISO 8601. */
  at: string;
  /** In other words than "24 Nov 2026, 18:42". */
  text?: string;
  className?: string;
}

/** An instant by the reader's own clock; its title says in which zone. */
export function Moment({ at, text = formatDateTime(at), className }: MomentProps) {
  return (
    <time className={className} dateTime={at} title={formatDateTimeZone(at)}>
      {text}
    </time>
  );
}

/** The day of an instant on the reader's own calendar: "24 Nov 2026". */
export function MomentDay({ at }: { at: string }) {
  return <Moment at={at} text={formatDate(at)} />;
}
