import { Button } from '@lantern/ui/button';
import { EmptyState } from '@lantern/ui/empty-state';
import { Page } from '@lantern/ui/page';
import { t } from '@lingui/core/macro';
import compass from '@lobehub/fluent-emoji-modern/assets/1f9ed.svg';
import { useStatus } from '../page/page-answer.tsx';
import { useTitle } from '../page/use-title.ts';

/** For unknown URLs and, with `isGone`, products that are no longer sold. */
export function Component({ isGone = false }: { isGone?: boolean }) {
  const title = isGone ? t`No longer sold` : t`Page not found`;
  useTitle(title);
  useStatus(isGone ? 410 : 404);
  return (
    <Page>
      <EmptyState
        page
        title={title}
        text={
          isGone
            ? t`We no longer sell this product. Try the search above for others like it.`
            : t`The page may have moved. Try the search above.`
        }
        imageUrl={compass}
        accent={2}
        action={
          <>
            <Button variant="primary" href="/">
              {t`Back to the store`}
            </Button>
            <Button href="/all">{t`Browse all`}</Button>
          </>
        }
      />
    </Page>
  );
}
