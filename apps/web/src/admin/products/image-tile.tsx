import { IconButton } from '@lantern/ui/icon-button';
import { ProductImage } from '@lantern/ui/product-image';
import { ArrowLeft, ArrowRight, GripVertical, Trash2 } from 'lucide-react';
import { type DragEvent, useId } from 'react';
import { useFormContext, useFormState } from 'react-hook-form';
import type { ProductDraft } from './draft.ts';

interface ImageTileProps {
  index: number;
  count: number;
  url: string;
  /** It is the one being dragged, or the one it would take the place of. */
  drag: 'none' | 'taken' | 'target';
  onDragStart: () => void;
  onDragOver: (event: DragEvent) => void;
  onDrop: (event: DragEvent) => void;
  onDragEnd: () => void;
  onMove: (step: -1 | 1) => void;
  onRemove: () => void;
}

/** One image with its description. */
export function ImageTile(props: ImageTileProps) {
  const { index, count, url, drag, onDragStart, onDragOver, onDrop, onDragEnd, onMove, onRemove } = props;
  const { register } = useFormContext<ProductDraft>();
  const { errors } = useFormState<ProductDraft>({ name: `images.${index}.alt` });
  const error = errors.images?.[index]?.alt?.message;
  const errorId = useId();
  const number = index + 1;
  return (
    <li className={`image-tile image-tile--${drag}`} onDragOver={onDragOver} onDrop={onDrop}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons below move it without a mouse. */}
      <div className="image-tile__image" draggable onDragStart={onDragStart} onDragEnd={onDragEnd}>
        <ProductImage src={url} alt="" accent={8} eager>
          {index === 0 && <span className="image-tile__flag">Cover</span>}
          <GripVertical className="image-tile__grip" size={18} aria-hidden="true" />
        </ProductImage>
      </div>
      <input
        {...register(`images.${index}.alt`)}
        className="image-tile__alt"
        aria-label={`Description of image ${number}`}
        placeholder="Describe the image"
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
        <IconButton label={`Move image ${number} forward`} disabled={index === 0} onClick={() => onMove(-1)}>
          <ArrowLeft aria-hidden="true" />
        </IconButton>
        <IconButton label={`Move image ${number} back`} disabled={number === count} onClick={() => onMove(1)}>
          <ArrowRight aria-hidden="true" />
        </IconButton>
        <IconButton label={`Remove image ${number}`} tone="danger" onClick={onRemove}>
          <Trash2 aria-hidden="true" />
        </IconButton>
      </div>
    </li>
  );
}
