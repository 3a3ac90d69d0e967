import { Package } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { cx } from '../cx/cx.tsx';
import { tintClass } from '../tint/tint.tsx';
import './plinth.css';

interface PlinthProps {
  /** The picture's address; null shows the fallback. */
  src: string | null;
  /** Empty where the name stands beside it. */
  alt: string;
  /** 1–8, the category's. */
  tint: number;
  /** `tiny` is 56 px, `small` 84 px; `card` and `large` fill their place. */
  size?: 'tiny' | 'small' | 'card' | 'large';
  /** Seen without scrolling: load now. */
  eager?: boolean;
  /** Shown instead of a picture that is missing or broken. */
  fallback?: ReactNode;
  /** Lies over the picture: a flag. */
  children?: ReactNode;
  className?: string;
}

const pixels = { tiny: 56, small: 84, card: 256, large: 512 };

/** A product's picture, floating over a tinted plinth. */
export function Plinth(props: PlinthProps) {
  const { src, alt, tint, size = 'card', eager = false, fallback, children, className } = props;
  // The address that failed, and not a flag: another picture gets its own chance.
  const [broken, setBroken] = useState<string | null>(null);
  const side = pixels[size];

  return (
    <span className={cx('plinth', `plinth--${size}`, tintClass(tint), className)}>
      {src !== null && src !== broken ? (
        <img
          className="plinth__picture"
          src={src}
          alt={alt}
          width={side}
          height={side}
          loading={eager ? 'eager' : 'lazy'}
          decoding={eager ? 'sync' : 'async'}
          onError={() => setBroken(src)}
        />
      ) : (
        <span className="plinth__fallback" {...(alt ? { role: 'img', 'aria-label': alt } : {})}>
          {fallback ?? <Package strokeWidth={1.25} aria-hidden="true" />}
        </span>
      )}
      {children}
    </span>
  );
}
