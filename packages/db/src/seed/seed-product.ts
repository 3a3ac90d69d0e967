import type { VariantFields } from '../models/variant.ts';

/** A product as both the demo catalogue and the generator hand it to the writer. */
export interface SeedProduct {
  name: string;
  slug: string;
  description: string;
  highlight: string | null;
  /** Slug of its own category; the ancestors follow from the tree. */
  category: string;
  /** Code points of its pictures; the first is the cover. */
  pictures: { file: string; alt: string }[];
  variants: VariantFields[];
}
