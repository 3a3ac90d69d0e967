import { readImageUrl } from '@lantern/text/image-url';

/** The colour of an image, in its shape, until it has loaded; nothing for what one can see through. */
export function Tint({ src }: { src: string }) {
  const { facts } = readImageUrl(src);
  if (!facts?.tint) return null;
  const { width, height, tint } = facts;
  // The content security policy allows no style in the HTML, but the attributes of a drawing.
  return (
    <svg className="product-image__tint" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <rect width={width} height={height} fill={`#${tint}`} />
    </svg>
  );
}
