/** The picture that was held last. */
const held = typeof Image === 'undefined' ? null : new Image();

/**
 * Has the file of a picture at hand, decoded, for the page that shows it next: once a service worker has taken over a page, its
 * browser takes no picture that the page has loaded before from memory.
 */
export function holdPicture(picture: HTMLImageElement | null): void {
  if (held && picture?.currentSrc) held.src = picture.currentSrc;
}
