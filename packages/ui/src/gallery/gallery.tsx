import { useState } from 'react';
import { ProductImage } from '../product-image/product-image.tsx';
import './gallery.css';

interface GalleryProps {
  images: { src: string | null; alt: string; accent: number }[];
}

/** A product's images: one large, the others to choose from. */
export function Gallery({ images }: GalleryProps) {
  const [chosen, setChosen] = useState(0);
  // The product may have been changed meanwhile and have fewer images.
  const index = Math.min(chosen, images.length - 1);
  const main = images[index] ?? { src: null, alt: '', accent: 8 };

  return (
    <div>
      <ProductImage {...main} size="large" first className="gallery__main" />
      {images.length > 1 && (
        <div className="gallery__thumbs">
          {images.map((image, at) => (
            <button
              key={`${image.src}${image.accent}`}
              type="button"
              className="gallery__thumb"
              aria-label={`Image ${at + 1} of ${images.length}`}
              aria-pressed={at === index}
              onClick={() => setChosen(at)}
            >
              <ProductImage {...image} alt="" size="small" eager />
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
