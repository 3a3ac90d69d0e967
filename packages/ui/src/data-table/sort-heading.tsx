import { ArrowDown, ArrowUp } from 'lucide-react';
import { CardTableHeading, type CellAlign } from '../card-table/card-table.tsx';
import './sort-heading.css';

interface SortHeadingProps {
  header: string;
  align?: CellAlign;
  width?: string;
  sorts: { ascending: string; descending: string };
  /** The order of the rows now. */
  value: string;
  onChange: (value: string) => void;
}

/** A heading that sorts the rows by its column: ascending, and descending if it is pressed again. */
export function SortHeading({ header, align, width, sorts, value, onChange }: SortHeadingProps) {
  const { ascending, descending } = sorts;
  const sort = value === ascending ? 'ascending' : value === descending ? 'descending' : undefined;
  const Arrow = sort === 'descending' ? ArrowDown : ArrowUp;
  return (
    <CardTableHeading align={align} width={width} sort={sort}>
      <button
        type="button"
        className="sort-heading"
        onClick={() => onChange(sort === 'ascending' ? descending : ascending)}
      >
        {header}
        {sort && <Arrow size="0.8125rem" aria-hidden="true" />}
      </button>
    </CardTableHeading>
  );
}
