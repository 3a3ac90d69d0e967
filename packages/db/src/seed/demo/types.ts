import type { SeedVariant } from '../seed-product.ts';

/** A top category or one of its children; two levels in all. */
export interface DemoCategory {
  slug: string;
  name: string;
  picture: string;
  children: { slug: string; name: string; picture: string }[];
}
interface DemoVariant extends Omit<SeedVariant, 'priceCents'> {
  /** Integer cents; left out: the product's price. */
  priceCents?: number;
}
export interface DemoProduct {
  name: string;
  /** Slug of the (child) category. */
  category: string;
  /** Integer cents, tax included. */
  priceCents: number;
  /** One fact for the card, at most 24 characters ("Solid ash", "35 cm"); left out where the options say it. */
  highlight?: string;
  description: string;
  /** Pictures by code point, the file name in @lobehub/fluent-emoji-3d/assets without ".webp"; the first is the cover. */
  pictures: { file: string; alt: string }[];
  /** Either one plain variant or several with options. */
  variants: DemoVariant[];
}
