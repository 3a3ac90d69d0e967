import { SkipLink } from '@lantern/ui/skip-link';
import { t } from '@lingui/core/macro';
import { Outlet } from 'react-router';
import { useDeliveryTerms } from '../lib/use-delivery.ts';
import { MAIN_ID } from '../lib/use-focus-on-arrival.ts';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import './shell.css';

/** The layout of the store's pages. */
export function Shell() {
  const terms = useDeliveryTerms();
  return (
    <>
      <SkipLink to={MAIN_ID} />
      <aside className="shell__notice" aria-label={t`Store news`}>
        {terms?.free && `${terms.free} · `}
        {t`30-day returns`}
      </aside>
      <Header />
      <main id={MAIN_ID} className="shell__main" tabIndex={-1}>
        <Outlet />
      </main>
      <Footer />
    </>
  );
}
