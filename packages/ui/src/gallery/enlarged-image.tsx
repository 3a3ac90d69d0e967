import { t } from '@lingui/core/macro';
import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { Fragment, useId } from 'react';
import { IconButton } from '../icon-button/icon-button.tsx';
import { ModalDialog } from '../modal-dialog/modal-dialog.tsx';
import { Picture } from '../picture/picture.tsx';
import { shown } from '../product-image/shown.ts';
import type { GalleryImage } from './gallery-image.ts';
import './enlarged-image.css';

interface EnlargedImageProps {
  open: boolean;
  images: GalleryImage[];
  /** The one that is shown. */
  index: number;
  onChoose: (index: number) => void;
  onClose: () => void;
}

/** One image over the page, as large as the screen. The arrow keys lead to the others, Escape back. */
export function EnlargedImage({ open, images, index, onChoose, onClose }: EnlargedImageProps) {
  const id = useId();
  const image = images[index];
  const go = (step: number) => onChoose((index + step + images.length) % images.length);
  return (
    <ModalDialog open={open} onClose={onClose} className="enlarged-image" labelledBy={id}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys do what the buttons in it do. */}
      <div
        className="enlarged-image__stage"
        onKeyDown={({ key }) => {
          if (key === 'ArrowLeft') go(-1);
          if (key === 'ArrowRight') go(1);
        }}
      >
        <h2 className="enlarged-image__head" id={id}>
          {images.length > 1 ? t`Image ${{ number: index + 1 }} of ${{ count: images.length }}` : t`Image`}
        </h2>
        <IconButton label={t`Close`} onClick={onClose}>
          <X aria-hidden="true" />
        </IconButton>
        {typeof image?.src === 'string' && (
          <Fragment key={image.src}>
            {/* The one that the gallery has loaded, until the large one is there, which lies over it. */}
            <Picture src={image.src} alt="" {...shown.large} eager className="enlarged-image__image" />
            <Picture
              src={image.src}
              alt={image.alt}
              side={1280}
              sizes="100vmin"
              eager
              className="enlarged-image__image"
            />
          </Fragment>
        )}
        {images.length > 1 && (
          <div className="enlarged-image__steps">
            <IconButton label={t`Previous image`} onClick={() => go(-1)}>
              <ChevronLeft aria-hidden="true" />
            </IconButton>
            <IconButton label={t`Next image`} onClick={() => go(1)}>
              <ChevronRight aria-hidden="true" />
            </IconButton>
          </div>
        )}
      </div>
    </ModalDialog>
  );
}
