import { Package } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { accentClass } from '../accent/accent.tsx';
import { cx } from '../cx/cx.tsx';
import { heldFile } from '../picture/hold-picture.ts';
import { Picture } from '../picture/picture.tsx';
import { shown } from './shown.ts';
import { Tint } from './tint.tsx';
import './product-image.css';

interface ProductImageProps {
  /** The image's address; null shows the fallback. */
  src: string | null;
  /** Empty where the name is beside it. */
  alt: string;
  /** The category's accent, 1–8. */
  accent: number;
  /** `tiny` is 56 px, `small` 84 px; `card` and `large` fill their container. */
  size?: 'tiny' | 'small' | 'card' | 'large';
  /** Seen without scrolling: load now. */
  eager?: boolean;
  /** The first that is seen of the page: load it before all others. */
  first?: boolean;
  /** A card has shown it: its file is there already, and shown until the one for this size is. */
  seen?: boolean;
  /** Shown instead of an image that is missing or broken. */
  fallback?: ReactNode;
  /** Lies over the image: a flag. */
  children?: ReactNode;
  className?: string;
}

/** A product's image on a square in its category's accent colour. */
export function ProductImage(props: ProductImageProps) {
  const { src, alt, accent, size = 'card', eager, first, seen, fallback, children, className } = props;
  // The URL that failed rather than a flag, so that another image is tried.
  const [broken, setBroken] = useState<string | null>(null);

  return (
    <span className={cx('product-image', `product-image--${size}`, accentClass(accent), className)}>
      {src !== null && src !== broken ? (
        <>
          <Tint src={src} />
          {seen && (
            <Picture
              src={heldFile(src)}
              {...shown.card}
              alt=""
              eager
              className="product-image__image product-image__seen"
            />
          )}
          <Picture
            {...{ src, alt, eager, first, ...shown[size] }}
            className="product-image__image"
            onError={() => setBroken(src)}
          />
        </>
      ) : (
        <span className="product-image__fallback" {...(alt ? { role: 'img', 'aria-label': alt } : {})}>
          {fallback ?? <Package strokeWidth={1.25} aria-hidden="true" />}
        </span>
      )}
      {children}
    </span>
  );
}
