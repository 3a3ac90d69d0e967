/** One image of a product. */
export interface GalleryImage {
  /** Its address; null shows a fallback. */
  src: string | null;
  alt: string;
  /** The category's accent, 1–8. */
  accent: number;
}
