/** The picture that was held last. */
const held = typeof Image === 'undefined' ? null : new Image();

/**
 * Has the file of a picture at hand, decoded, for the page that shows it next: once a service worker has taken over a page, its
 * browser takes no picture that the page has loaded before from memory.
 */
export function holdPicture(picture: HTMLImageElement | null): void {
  if (held && picture?.currentSrc) held.src = picture.currentSrc;
}

/**
 * The file of an image that is at hand, for the address that a product links to; that address if none is. By its own name it is
 * shown at once: a browser that has to choose a file does so a frame later.
 */
export function heldFile(src: string): string {
  return held?.src.includes(src.replace(/\d+\.webp$/, '')) ? held.src : src;
}
