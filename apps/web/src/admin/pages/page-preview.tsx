import { Article } from '@lantern/ui/article';
import { Panel } from '@lantern/ui/panel';
import { SkeletonText } from '@lantern/ui/skeleton';
import { t } from '@lingui/core/macro';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { longQuery, messageOf, useTRPC } from '../../lib/trpc.ts';
import { useDebounced } from '../../lib/use-debounced.ts';
import './page-preview.css';

const TYPING_PAUSE_MS = 300;

/** What a page says in the Markdown that is being typed: the server renders it, as it does for shoppers. */
export function PagePreview({ markdown }: { markdown: string }) {
  const settled = useDebounced(markdown, TYPING_PAUSE_MS);
  const { data, error } = useQuery(
    useTRPC().admin.pages.preview.queryOptions(
      { markdown: settled },
      { ...longQuery, placeholderData: keepPreviousData },
    ),
  );
  return (
    <div className="page-preview">
      <Panel title={t`Preview`}>
        <p className="page-preview__problem" role="status">
          {error && t`No preview: ${{ problem: messageOf(error) }}`}
        </p>
        {data ? <Article html={data.html} /> : !error && <SkeletonText lines={12} />}
      </Panel>
    </div>
  );
}
