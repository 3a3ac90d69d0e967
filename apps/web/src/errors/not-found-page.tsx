import { Button } from '@lantern/ui/button';
import { EmptyState } from '@lantern/ui/empty-state';
import { Page } from '@lantern/ui/page';
import compass from '@lobehub/fluent-emoji-3d/assets/1f9ed.webp';
import { useStatus } from '../page/page-answer.tsx';
import { useTitle } from '../page/use-title.ts';

/** For unknown URLs and, with `isGone`, products that are no longer sold. */
export function Component({ isGone = false }: { isGone?: boolean }) {
  const title = isGone ? 'No longer sold' : 'Page not found';
  useTitle(title);
  useStatus(isGone ? 410 : 404);
  return (
    <Page>
      <EmptyState
        page
        title={title}
        text={
          isGone
            ? 'We no longer sell this product. Try the search above for others like it.'
            : 'The page may have moved. Try the search above.'
        }
        imageUrl={compass}
        accent={2}
        action={
          <>
            <Button variant="primary" href="/">
              Back to the store
            </Button>
            <Button href="/all">Browse all</Button>
          </>
        }
      />
    </Page>
  );
}
