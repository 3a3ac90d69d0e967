import { t } from '@lingui/core/macro';
import { useEffect, useState } from 'react';
import './page-loader.css';

/** A thin line at the top while the next page loads; not shown if that is quick. */
export function PageLoader({ active }: { active: boolean }) {
  const [shown, setShown] = useState(false);

  useEffect(() => {
    if (!active) return setShown(false);
    const timer = setTimeout(() => setShown(true), 200);
    return () => clearTimeout(timer);
  }, [active]);

  if (!shown) return null;
  return <div className="page-loader" role="progressbar" aria-label={t`Loading page`} />;
}
