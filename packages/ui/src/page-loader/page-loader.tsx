import { useEffect, useState } from 'react';
import './page-loader.css';

/** A thin line over the page while the next one is fetched; what is quick never shows it. */
export function PageLoader({ active }: { active: boolean }) {
  const [shown, setShown] = useState(false);

  useEffect(() => {
    if (!active) return setShown(false);
    const timer = setTimeout(() => setShown(true), 200);
    return () => clearTimeout(timer);
  }, [active]);

  if (!shown) return null;
  return <div className="page-loader" role="progressbar" aria-label="Loading page" />;
}
