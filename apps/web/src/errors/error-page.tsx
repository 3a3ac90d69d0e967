import { Button } from '@lantern/ui/button';
import { ErrorState } from '@lantern/ui/error-state';
import { Page } from '@lantern/ui/page';
import { t } from '@lingui/core/macro';
import { useEffect, useState } from 'react';
import { useRouteError } from 'react-router';
import { useTitle } from '../page/use-title.ts';
import { explain } from './explain.ts';
import { mayReload, reloadOnce } from './reload-once.ts';

/** Shown instead of a page that crashed or could not be downloaded, once loading it anew has not helped. */
export function ErrorPage() {
  const error = useRouteError();
  const [reloads] = useState(() => navigator.onLine && mayReload(error));
  const { title, text } = explain(error, navigator.onLine);
  useTitle(title);
  useEffect(() => {
    if (reloads) reloadOnce();
  }, [reloads]);
  useEffect(() => {
    const reload = () => location.reload();
    window.addEventListener('online', reload);
    return () => window.removeEventListener('online', reload);
  }, []);
  if (reloads) return null;
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
