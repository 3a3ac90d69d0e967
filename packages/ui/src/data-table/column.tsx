import type { ReactNode } from 'react';

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  align?: 'left' | 'right' | 'center';
  /** A CSS width. */
  width?: string;
  /** Not worth a line on a phone's card. */
  hideOnPhone?: boolean;
  /** What somebody typed stands in it, in words of any length. */
  breaks?: boolean;
}

/** What stands before a row and is about all of it: a box to choose it. On a phone it is in the card's corner. */
export interface SelectionColumn<Row> {
  header: ReactNode;
  cell: (row: Row) => ReactNode;
}
