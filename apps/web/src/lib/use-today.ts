import { useEffect, useState } from 'react';

/** The time at which the page was opened; null on the server and at first, since a page is kept there for days. */
export function useToday(): Date | null {
  const [today, setToday] = useState<Date | null>(null);
  useEffect(() => setToday(new Date()), []);
  return today;
}
