import type { CreationAttributes } from 'sequelize';
import type { Product, ProductField } from '../models/product.ts';
import type { TextFields } from '../models/product-text.ts';
import type { Variant, VariantField } from '../models/variant.ts';

/** Nullable fields may be left out. */
export type SeedVariant = Pick<CreationAttributes<Variant>, VariantField>;

/** A drawing by its code point, in its own colours or painted in another, "#rrggbb". */
export interface DemoDrawing {
  file: string;
  paint?: string | undefined;
}

/** A product of the demo catalogue or the generator, as the writer takes it; it will be active. */
export interface SeedProduct extends Omit<Pick<CreationAttributes<Product>, ProductField>, 'status'> {
  /** The slug of its category; its ancestors follow from the tree. */
  category: string;
  /** In languages other than the store's first. */
  texts?: Record<string, TextFields>;
  /** The first is the featured image. */
  images: (DemoDrawing & { alt: string })[];
  variants: SeedVariant[];
}
