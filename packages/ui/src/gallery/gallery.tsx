import { t } from '@lingui/core/macro';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { ProductImage } from '../product-image/product-image.tsx';
import type { GalleryImage } from './gallery-image.ts';
import './gallery.css';

/** Few enlarge an image: its code is loaded then. */
const EnlargedImage = lazy(async () => ({ default: (await import('./enlarged-image.tsx')).EnlargedImage }));

interface GalleryProps {
  images: GalleryImage[];
  /** The index of the image to show, and to go to when it changes: that of the chosen variant. */
  shown?: number;
  /** The first image has just been seen on a card. */
  seen?: boolean;
}

/** A product's images in a row: swipe, or choose one below; pressing one shows it as large as the screen. */
export function Gallery({ images, shown = 0, seen = false }: GalleryProps) {
  const [chosen, setChosen] = useState(0);
  // Undefined until one is enlarged for the first time.
  const [isLarge, setLarge] = useState<boolean>();
  const track = useRef<HTMLDivElement>(null);
  // The product may have been changed meanwhile and have fewer images.
  const index = Math.min(chosen, images.length - 1);

  const choose = (at: number) => {
    setChosen(at);
    const { current } = track;
    current?.scrollTo({ left: at * current.clientWidth });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another variant moves it.
  useEffect(() => choose(shown), [shown]);

  return (
    <div className="gallery">
      <div
        ref={track}
        className="gallery__track"
        onScroll={({ currentTarget: { scrollLeft, clientWidth } }) => setChosen(Math.round(scrollLeft / clientWidth))}
      >
        {(images.length > 0 ? images : [MISSING]).map((image, at) => (
          <button
            key={`${image.src}${image.accent}`}
            type="button"
            className="gallery__slide"
            disabled={image.src === null}
            onClick={() => {
              choose(at);
              setLarge(true);
            }}
          >
            <ProductImage {...image} size="large" first={at === 0} seen={seen && at === 0} className="gallery__main" />
            <span className="visually-hidden">{t`Enlarge`}</span>
          </button>
        ))}
      </div>
      {images.length > 1 && (
        <div className="gallery__thumbs">
          {images.map((image, at) => (
            <button
              key={`${image.src}${image.accent}`}
              type="button"
              className="gallery__thumb"
              aria-label={t`Image ${{ number: at + 1 }} of ${{ count: images.length }}`}
              aria-pressed={at === index}
              onClick={() => choose(at)}
            >
              <ProductImage {...image} alt="" size="small" eager />
            </button>
          ))}
        </div>
      )}
      {isLarge !== undefined && (
        <Suspense fallback={null}>
          <EnlargedImage
            open={isLarge}
            images={images}
            index={index}
            onChoose={choose}
            onClose={() => setLarge(false)}
          />
        </Suspense>
      )}
    </div>
  );
}

const MISSING: GalleryImage = { src: null, alt: '', accent: 8 };
