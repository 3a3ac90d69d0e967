import { useState } from 'react';
import { Plinth } from '../plinth/plinth.tsx';
import './gallery.css';

interface GalleryProps {
  pictures: { src: string | null; alt: string; tint: number }[];
}

/** A product's pictures: one large, the others to choose from. */
export function Gallery({ pictures }: GalleryProps) {
  const [chosen, setChosen] = useState(0);
  // The product may have changed under us and have fewer.
  const index = Math.min(chosen, pictures.length - 1);
  const main = pictures[index] ?? { src: null, alt: '', tint: 8 };

  return (
    <div className="gallery">
      <Plinth {...main} size="large" eager className="gallery__main" />
      {pictures.length > 1 && (
        <div className="gallery__thumbs">
          {pictures.map((picture, at) => (
            <button
              key={`${picture.src}${picture.tint}`}
              type="button"
              className="gallery__thumb"
              aria-label={`Image ${at + 1} of ${pictures.length}`}
              aria-pressed={at === index}
              onClick={() => setChosen(at)}
            >
              <Plinth {...picture} alt="" size="small" eager />
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
