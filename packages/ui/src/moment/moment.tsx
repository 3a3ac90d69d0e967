import { formatDate, formatDateTime, formatDateTimeZone } from '../format/format.tsx';

interface MomentProps {
  /** ISO 8601. */
  at: string;
  /** The text to show instead of "24 Nov 2026, 18:42". */
  text?: string;
  className?: string;
}

/** An instant in the reader's time zone, which its title names. */
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
