import { formatCents } from './format.tsx';

/** An amount in integer cents; `from` where other variants cost more. */
export function Price({ cents, from = false }: { cents: number; from?: boolean }) {
  return (
    <span className="num">
      {from && 'from '}
      {formatCents(cents)}
    </span>
  );
}
