import { Button } from '@lantern/ui/button';
import { EmptyState } from '@lantern/ui/empty-state';
import { Page } from '@lantern/ui/page';
import compass from '@lobehub/fluent-emoji-3d/assets/1f9ed.webp';
import { useTitle } from '../lib/use-title.ts';

/** For an address that leads nowhere, and for a thing that is not on sale any more. */
export function Component() {
  useTitle('Not found');
  return (
    <Page>
      <EmptyState
        page
        title="There is nothing here"
        text="The page may have moved, or the thing is no longer on sale. The search above knows all there is."
        imageUrl={compass}
        tint={2}
        action={
          <>
            <Button variant="primary" href="/">
              Back to the shop
            </Button>
            <Button href="/all">Browse all</Button>
          </>
        }
      />
    </Page>
  );
}
