import { Anchor } from '@lantern/ui/anchor';
import { Logo } from '@lantern/ui/logo';
import { Wrap } from '@lantern/ui/page';
import { SkipLink } from '@lantern/ui/skip-link';
import { t } from '@lingui/core/macro';
import { Lock } from 'lucide-react';
import { Outlet } from 'react-router';
import { MAIN_ID } from '../lib/use-focus-on-arrival.ts';
import './shell.css';
import './checkout-shell.css';

/** The checkout's layout: a link home, and no other distraction. */
export function CheckoutShell() {
  return (
    <>
      <SkipLink to={MAIN_ID} />
      <header className="checkout-shell">
        <Wrap className="checkout-shell__bar">
          <Anchor href="/" aria-label={t`Lantern, home`}>
            <Logo />
          </Anchor>
          <span className="checkout-shell__secure">
            <Lock size="1.0625rem" aria-hidden="true" />
            {t`Secure checkout`}
          </span>
        </Wrap>
      </header>
      <main id={MAIN_ID} className="shell__main" tabIndex={-1}>
        <Outlet />
      </main>
    </>
  );
}
