import { Button } from '@lantern/ui/button';
import { EmptyState } from '@lantern/ui/empty-state';
import { Page } from '@lantern/ui/page';
import { useTitle } from '../lib/use-title.ts';

export function Component() {
  useTitle('Not found');
  return (
    <Page>
      <EmptyState
        title="There is nothing here"
        text="The page may have moved, or the thing is no longer on sale."
        imageUrl="/media/1f9ed.webp"
        tint={2}
        action={
          <Button variant="primary" href="/">
            Back to the shop
          </Button>
        }
      />
    </Page>
  );
}
