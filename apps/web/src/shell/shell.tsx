import { Page } from '@lantern/ui/page';
import { Outlet, ScrollRestoration, useNavigation } from 'react-router';
import { Header } from './header.tsx';
import { Providers } from './providers.tsx';
import './shell.css';

/** What surrounds every page of the shop. */
export function Shell() {
  const { state } = useNavigation();
  return (
    <Providers>
      <a href="#main" className="skip-link">
        Skip to the content
      </a>
      {state === 'loading' && <div className="shell__progress" role="progressbar" aria-label="Loading the page" />}
      <p className="shell__notice">Free delivery above €50 · 30 days to change your mind</p>
      <Header />
      <main id="main">
        <Page>
          <Outlet />
        </Page>
      </main>
      <footer className="shell__footer">
        <Page>Lantern is a demonstration store: nothing here can be bought. Pictures: Fluent Emoji, MIT.</Page>
      </footer>
      <ScrollRestoration />
    </Providers>
  );
}
