import { Package } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { accentClass } from '../accent/accent.tsx';
import { cx } from '../cx/cx.tsx';
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
  /** Shown instead of an image that is missing or broken. */
  fallback?: ReactNode;
  /** Lies over the image: a flag. */
  children?: ReactNode;
  className?: string;
}

const pixels = { tiny: 56, small: 84, card: 256, large: 512 };

/** A product's image on a square in its category's accent colour. */
export function ProductImage(props: ProductImageProps) {
  const { src, alt, accent, size = 'card', eager = false, fallback, children, className } = props;
  // The URL that failed rather than a flag, so that another image is tried.
  const [broken, setBroken] = useState<string | null>(null);
  const side = pixels[size];

  return (
    <span className={cx('product-image', `product-image--${size}`, accentClass(accent), className)}>
      {src !== null && src !== broken ? (
        <img
          className="product-image__image"
          src={src}
          alt={alt}
          width={side}
          height={side}
          loading={eager ? 'eager' : 'lazy'}
          decoding={eager ? 'sync' : 'async'}
          onError={() => setBroken(src)}
        />
      ) : (
        <span className="product-image__fallback" {...(alt ? { role: 'img', 'aria-label': alt } : {})}>
          {fallback ?? <Package strokeWidth={1.25} aria-hidden="true" />}
        </span>
      )}
      {children}
    </span>
  );
}
