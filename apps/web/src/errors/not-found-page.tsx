import { Button } from '@lantern/ui/button';
import { EmptyState } from '@lantern/ui/empty-state';
import { Page } from '@lantern/ui/page';
import compass from '@lobehub/fluent-emoji-3d/assets/1f9ed.webp';
import { useTitle } from '../lib/use-title.ts';

/** For unknown URLs and products that are no longer sold. */
export function Component() {
  useTitle('Page not found');
  return (
    <Page>
      <EmptyState
        page
        title="Page not found"
        text="The page may have moved, or this product is no longer sold. Try the search above."
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
