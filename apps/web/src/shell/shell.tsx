import { SkipLink } from '@lantern/ui/skip-link';
import { Outlet } from 'react-router';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { MAIN_ID } from './use-focus-on-arrival.ts';
import './shell.css';

/** What surrounds every page of the shop. */
export function Shell() {
  return (
    <>
      <SkipLink to={MAIN_ID} />
      <p className="shell__notice">Free delivery above €50 · 30 days to change your mind</p>
      <Header />
      <main id={MAIN_ID} className="shell__main" tabIndex={-1}>
        <Outlet />
      </main>
      <Footer />
    </>
  );
}
