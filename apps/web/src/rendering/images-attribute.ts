/** Of the root element: where images are loaded from, for the browser. None if that is the store itself. */
export function imagesAttribute(images: string | null): string {
  return images === null ? '' : ` data-images="${images.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
}
