import { Package } from 'lucide-react';
import { useState } from 'react';
import './plinth.css';

interface PlinthProps {
  src: string | null;
  alt: string;
  tint: number;
  /** The first row is wanted at once; everything below can wait. */
  eager?: boolean;
}

/** A picture that floats on its category's colour; a quiet box stands in for one that is missing. */
export function Plinth({ src, alt, tint, eager = false }: PlinthProps) {
  const [broken, setBroken] = useState(false);
  return (
    <span className={`plinth tint-${tint}`}>
      {src && !broken ? (
        <img
          src={src}
          alt={alt}
          width={256}
          height={256}
          loading={eager ? 'eager' : 'lazy'}
          onError={() => setBroken(true)}
        />
      ) : (
        <Package aria-label={alt || undefined} aria-hidden={!alt} />
      )}
    </span>
  );
}
