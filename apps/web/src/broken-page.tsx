import { Button } from '@lantern/ui/button';
import { ErrorState } from '@lantern/ui/error-state';
import { Page } from '@lantern/ui/page';
import { t } from '@lingui/core/macro';
import { StaticRouter } from 'react-router';
import { explain } from './errors/explain.ts';
import { languagePath } from './language/language-path.ts';
import { LanguageSwitch } from './shell/language-switch.tsx';

interface BrokenPageProps {
  /** The path with its query, without the language at its beginning. */
  url: string;
  /** What the server answers with: 503 while it can't respond, 500 for an error of its own, 400 for an address that it can't read. */
  status: number;
}

/** What a failed page is about: an address, a store that cannot respond, or an error of its own. */
export function brokenWords(status: number): { title: string; text: string } {
  if (status === 400) return { title: t`This address can't be read`, text: t`A part of it may be missing.` };
  if (status !== 503) return explain(null, true);
  return { title: t`Something went wrong`, text: t`The store can't respond right now. Please try again in a moment.` };
}

/** What the server sends instead of a page that it could not render. Needs neither answers nor code; tries again by itself. */
export function BrokenPage({ url, status }: BrokenPageProps) {
  return (
    <StaticRouter location={url}>
      <main className="shell__main">
        <Page>
          <ErrorState
            page
            {...brokenWords(status)}
            action={<Button href={languagePath('/')}>{t`Back to the store`}</Button>}
          />
          <LanguageSwitch />
        </Page>
      </main>
    </StaticRouter>
  );
}
