import { ProductImage } from '@lantern/ui/product-image';
import {
  FileText,
  FolderTree,
  Image,
  Languages,
  ListFilter,
  Mail,
  Package,
  Replace,
  RotateCcw,
  TicketPercent,
  Truck,
  User,
} from 'lucide-react';
import type { LogEntry } from '../live/follow-log.ts';
import { picturesOf } from './entry-pictures.ts';
import type { LogNames } from './log-names.ts';
import './log-pictures.css';

/** As many as have room beside a sentence. */
const MOST = 3;
/** The accent of what belongs to no category. */
const NEUTRAL = 8;

const icons: Record<string, typeof Package> = {
  category: FolderTree,
  delivery_method: Truck,
  image: Image,
  mail: Mail,
  mail_text: Mail,
  order: Package,
  page: FileText,
  promotion: TicketPercent,
  return: RotateCcw,
  synonym: Replace,
  term: Languages,
  user: User,
  view: ListFilter,
};

/** Small pictures of what these entries are about, or a sign of what kind of thing it is: always of the same width. */
export function LogPictures({ entries, names }: { entries: LogEntry[]; names: LogNames }) {
  const [first] = entries;
  const pictures = picturesOf(entries, MOST, names);
  const Icon = icons[first?.entity.type ?? ''] ?? Package;
  const shown = pictures.length > 0 ? pictures : [{ imageUrl: null, accent: NEUTRAL }];
  return (
    <span className={`log-pictures log-pictures--${shown.length}`}>
      {shown.map(({ imageUrl, accent }, place) => (
        <ProductImage
          // biome-ignore lint/suspicious/noArrayIndexKey: two entries may show the same picture.
          key={place}
          src={imageUrl}
          alt=""
          accent={accent}
          size="tiny"
          fallback={<Icon strokeWidth={1.5} aria-hidden="true" />}
        />
      ))}
    </span>
  );
}
