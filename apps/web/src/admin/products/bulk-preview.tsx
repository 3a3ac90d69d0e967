import type { RouterOutputs } from '@lantern/api/types';
import { formatCents } from '@lantern/ui/format';
import { Tag } from '@lantern/ui/tag';
import { t } from '@lingui/core/macro';
import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { statusTones, statusWords } from '../fields/product-status.ts';
import './bulk-preview.css';

type Preview = RouterOutputs['admin']['products']['bulkPreview'];
export type BulkKind = Preview['kind'];

/** What a change would do to each product. */
export function BulkPreview({ preview }: { preview: Preview }) {
  return (
    <ul className="bulk-preview" aria-label={t`Before and after`}>
      {preview.kind === 'status'
        ? preview.items.map(({ id, name, before, after }) => (
            <PreviewRow
              key={id}
              name={name}
              before={<Tag tone={statusTones[before]}>{t(statusWords[before])}</Tag>}
              after={<Tag tone={statusTones[after]}>{t(statusWords[after])}</Tag>}
            />
          ))
        : preview.items.map(({ id, name, variants }) =>
            variants.map(({ sku, beforeCents, afterCents }) => (
              <PreviewRow
                key={`${id} ${sku}`}
                name={name}
                detail={variants.length > 1 ? sku : undefined}
                before={formatCents(beforeCents)}
                after={formatCents(afterCents)}
              />
            )),
          )}
    </ul>
  );
}

interface PreviewRowProps {
  name: string;
  detail?: string;
  before: ReactNode;
  after: ReactNode;
}

function PreviewRow({ name, detail, before, after }: PreviewRowProps) {
  return (
    <li className="bulk-preview__row">
      <span className="bulk-preview__name">
        <bdi>{name}</bdi>
        {detail && <span className="bulk-preview__detail"> {detail}</span>}
      </span>
      <span className="bulk-preview__before num">
        <span className="visually-hidden">{t`Before`} </span>
        {before}
      </span>
      <ArrowRight size="0.9375rem" aria-hidden="true" />
      <span className="bulk-preview__after num">
        <span className="visually-hidden">{t`After`} </span>
        {after}
      </span>
    </li>
  );
}
