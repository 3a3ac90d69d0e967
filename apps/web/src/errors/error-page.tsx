import { Button } from '@lantern/ui/button';
import { ErrorState } from '@lantern/ui/error-state';
import { Page } from '@lantern/ui/page';
import { t } from '@lingui/core/macro';
import { useEffect } from 'react';
import { useRouteError } from 'react-router';
import { useTitle } from '../page/use-title.ts';
import { explain } from './explain.ts';

/** Shown instead of a page that crashed or could not be downloaded. */
export function ErrorPage() {
  const { title, text } = explain(useRouteError(), navigator.onLine);
  useTitle(title);
  useEffect(() => {
    const reload = () => location.reload();
    window.addEventListener('online', reload);
    return () => window.removeEventListener('online', reload);
  }, []);
  return (
    <Page>
      <ErrorState
        page
        title={title}
        text={text}
        onRetry={() => location.reload()}
        action={<Button href="/">{t`Back to the store`}</Button>}
      />
    </Page>
  );
}
