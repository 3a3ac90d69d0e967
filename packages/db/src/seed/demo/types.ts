import type { DemoDrawing, SeedVariant } from '../seed-product.ts';

/** A top-level category with its children; there are two levels. */
export interface DemoCategory {
  slug: string;
  name: string;
  /** Its name in German. */
  german: string;
  image: string;
  children: { slug: string; name: string; german: string; image: string }[];
}

/** A drawing by its code point: the file name in @lobehub/fluent-emoji-modern/assets without ".svg". */
interface DemoImage extends DemoDrawing {
  alt: string;
  /** The value of the option "Colour" of the variants that it shows. */
  colour?: string | undefined;
}

interface DemoVariant extends Omit<SeedVariant, 'priceCents'> {
  /** Integer cents; the product's price by default. */
  priceCents?: number;
}

export interface DemoProduct {
  name: string;
  /** Slug of the (child) category. */
  category: string;
  /** Integer cents, tax included. */
  priceCents: number;
  /** A line for the product card, at most 24 characters ("Solid ash", "35 cm"); left out if the options say it. */
  tagline?: string;
  description: string;
  /** Its facts by name, in order: { "Material": "Stoneware" }. In the type of the JSON, each has those of the others, too. */
  specification: Record<string, string | undefined>;
  /** The first is the featured image. */
  images: DemoImage[];
  /** Either one plain variant or several with options. */
  variants: DemoVariant[];
}
