import { ProductImage } from '@lantern/ui/product-image';
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
      {more > 0 && <li className="changes__more">and {more} more</li>}
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
      {before !== null && (
        <>
          <span className="visually-hidden">from </span>
          <del>{show(before)}</del>
        </>
      )}
      {before !== null && after !== null && <span aria-hidden="true"> → </span>}
      {after !== null && (
        <>
          <span className="visually-hidden"> to </span>
          <ins>{show(after)}</ins>
        </>
      )}
      {full && label !== field && <code className="changes__raw">{field}</code>}
    </li>
  );
}

/** The log has no description of the image, so its file name has to do. */
function Thumbnail({ url }: { url: string }) {
  const file = url.replace(/^\/media\/(?:uploads\/|demo\/)?/, '');
  return <ProductImage className="changes__image" src={url} alt={file} accent={NEUTRAL} size="tiny" />;
}
