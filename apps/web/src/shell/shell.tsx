import { SkipLink } from '@lantern/ui/skip-link';
import { Outlet } from 'react-router';
import { freeDeliveryOffer } from '../lib/delivery-terms.ts';
import { MAIN_ID } from '../lib/use-focus-on-arrival.ts';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import './shell.css';

/** The layout of the store's pages. */
export function Shell() {
  return (
    <>
      <SkipLink to={MAIN_ID} />
      <aside className="shell__notice" aria-label="Store news">
        {freeDeliveryOffer} · 30-day returns
      </aside>
      <Header />
      <main id={MAIN_ID} className="shell__main" tabIndex={-1}>
        <Outlet />
      </main>
      <Footer />
    </>
  );
}
