import { Notice } from '@lantern/ui/notice';
import { useTitle } from '../lib/use-title.ts';

export function Component() {
  useTitle('Not found');
  return (
    <Notice title="There is nothing here" action={{ text: 'Back to the shop', href: '/' }}>
      The page may have moved, or the thing is no longer on sale.
    </Notice>
  );
}
