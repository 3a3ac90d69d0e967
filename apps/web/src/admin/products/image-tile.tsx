import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { cx } from '@lantern/ui/cx';
import { IconButton } from '@lantern/ui/icon-button';
import { ProductImage } from '@lantern/ui/product-image';
import { t } from '@lingui/core/macro';
import { ArrowLeft, ArrowRight, GripVertical, Trash2 } from 'lucide-react';
import { useId } from 'react';
import { useFormContext, useFormState } from 'react-hook-form';
import type { ProductDraft } from './draft.ts';
import './image-tile.css';

interface ImageTileProps {
  /** Identifies the image among those being sorted. */
  sortKey: string;
  index: number;
  count: number;
  url: string;
  onMove: (step: -1 | 1) => void;
  onRemove: () => void;
}

/** One image with its description; the image itself is what can be dragged. */
export function ImageTile({ sortKey, index, count, url, onMove, onRemove }: ImageTileProps) {
  const { register } = useFormContext<ProductDraft>();
  const { errors } = useFormState<ProductDraft>({ name: `images.${index}.alt` });
  const error = errors.images?.[index]?.alt?.message;
  const errorId = useId();
  const number = index + 1;
  const sortable = useSortable({ id: sortKey });
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } = sortable;
  return (
    <li
      ref={setNodeRef}
      className={cx('image-tile', isDragging && 'image-tile--dragged')}
      style={{ transform: CSS.Translate.toString(transform), transition }}
    >
      <div
        ref={setActivatorNodeRef}
        className="image-tile__image"
        {...(count > 1 && { ...attributes, ...listeners, 'aria-label': t`Image ${number} of ${count}` })}
      >
        <ProductImage src={url} alt="" accent={8} eager>
          {index === 0 && <span className="image-tile__flag">{t`Featured`}</span>}
          {count > 1 && <GripVertical className="image-tile__grip" size="1.125rem" aria-hidden="true" />}
        </ProductImage>
      </div>
      <input
        {...register(`images.${index}.alt`)}
        className="image-tile__alt"
        aria-label={t`Description of image ${number}`}
        placeholder={t`Describe the image`}
        autoComplete="off"
        dir="auto"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? errorId : undefined}
      />
      {error && (
        <p className="image-tile__error" id={errorId}>
          {error}
        </p>
      )}
      <div className="image-tile__actions">
        <IconButton label={t`Move image ${number} forward`} disabled={index === 0} onClick={() => onMove(-1)}>
          <ArrowLeft aria-hidden="true" />
        </IconButton>
        <IconButton label={t`Move image ${number} back`} disabled={number === count} onClick={() => onMove(1)}>
          <ArrowRight aria-hidden="true" />
        </IconButton>
        <IconButton label={t`Remove image ${number}`} tone="danger" onClick={onRemove}>
          <Trash2 aria-hidden="true" />
        </IconButton>
      </div>
    </li>
  );
}
