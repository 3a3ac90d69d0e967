import { imageAddress } from '@lantern/text/image-base';
import { readImageUrl } from '@lantern/text/image-url';
import './picture.css';

/** In lower case, since React 18 warns about the name that its types have. */
export const FIRST = { fetchpriority: 'high' };

interface PictureProps {
  src: string;
  /** Empty where the name is beside it. */
  alt: string;
  /** Of the square that is kept free for it, in CSS pixels. */
  side: number;
  /** How wide it is shown, as in HTML; `side` by default. */
  sizes?: string;
  /** Load it now, not when it comes near the window. */
  eager?: boolean;
  /** The first that is seen of the page: load it before all others. */
  first?: boolean;
  className?: string;
  onError?: () => void;
}

/** An image in a square, in the format and size that suit the browser and its screen. */
export function Picture({ src, side, sizes = `${side}px`, eager = false, first = false, ...image }: PictureProps) {
  return (
    <picture className="picture">
      {readImageUrl(src).sources.map(({ type, srcSet }) => (
        <source key={type} type={type} srcSet={srcSet} sizes={sizes} />
      ))}
      {/* biome-ignore lint/a11y/useAltText: it is among the properties. */}
      <img
        {...image}
        src={imageAddress(src)}
        width={side}
        height={side}
        loading={eager || first ? 'eager' : 'lazy'}
        decoding="async"
        {...(first && FIRST)}
      />
    </picture>
  );
}
