import { ProductImage } from '@lantern/ui/product-image';
import { plural } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { ChangeWords } from './change-words.ts';
import { excerpts } from './values.ts';
import './changes.css';

interface ChangesProps {
  changes: ChangeWords[];
  /** All changes in full; otherwise the first few, shortened. */
  full?: boolean;
}

const FEW = 3;
/** The accent for images without a category. */
const NEUTRAL = 8;

/** Changes of an entry, field by field. */
export function Changes({ changes, full = false }: ChangesProps) {
  const shown = full ? changes : changes.slice(0, FEW);
  const more = changes.length - shown.length;
  return (
    <ul className="changes">
      {shown.map((change) => (
        <ChangeLine key={change.field} change={change} full={full} />
      ))}
      {more > 0 && <li className="changes__more">{plural({ count: more }, { other: 'and # more' })}</li>}
    </ul>
  );
}

function ChangeLine({ change, full }: { change: ChangeWords; full: boolean }) {
  const { field, label, image } = change;
  const { before, after } = full || image ? change : excerpts(change);
  const show = (value: string) => (image ? <Thumbnail url={value} /> : <bdi>{value}</bdi>);
  return (
    <li>
      <bdi className="changes__field">{label}</bdi>{' '}
      <Difference before={before === null ? null : show(before)} after={after === null ? null : show(after)} />
      {full && label !== field && <code className="changes__raw">{field}</code>}
    </li>
  );
}

interface DifferenceProps {
  before: ReactNode;
  after: ReactNode;
}

/** Null on a side where there is nothing to show. */
function Difference({ before, after }: DifferenceProps) {
  if (before === null && after === null) return null;
  if (after === null) {
    return (
      <Trans>
        <span className="visually-hidden">from </span>
        <del>{before}</del>
      </Trans>
    );
  }
  if (before === null) {
    return (
      <Trans>
        <span className="visually-hidden"> to </span>
        <ins>{after}</ins>
      </Trans>
    );
  }
  return (
    <Trans>
      <span className="visually-hidden">from </span>
      <del>{before}</del>
      <span aria-hidden="true"> → </span>
      <span className="visually-hidden"> to </span>
      <ins>{after}</ins>
    </Trans>
  );
}

/** The log has no description of the image, so its file name has to do. */
function Thumbnail({ url }: { url: string }) {
  const file = url.replace(/^\/media\/(?:uploads\/|demo\/)?/, '');
  return <ProductImage className="changes__image" src={url} alt={file} accent={NEUTRAL} size="tiny" />;
}
