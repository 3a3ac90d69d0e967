import { Plinth } from '@lantern/ui/plinth';
import { useState } from 'react';

/** One picture large, the others to choose from. */
export function Gallery({ images, tint }: { images: { url: string; alt: string }[]; tint: number }) {
  const [index, setIndex] = useState(0);
  const shown = images[index];
  return (
    <div className="gallery">
      <Plinth src={shown?.url ?? null} alt={shown?.alt ?? ''} tint={tint} eager />
      {images.length > 1 && (
        <div className="gallery__thumbs">
          {images.map(({ url, alt }, position) => (
            <button
              key={url}
              type="button"
              aria-label={`Show picture: ${alt}`}
              aria-pressed={position === index}
              onClick={() => setIndex(position)}
            >
              <Plinth src={url} alt="" tint={tint} />
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
