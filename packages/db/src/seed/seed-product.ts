import type { CreationAttributes } from 'sequelize';
import type { Product, ProductField } from '../models/product.ts';
import type { Variant, VariantField } from '../models/variant.ts';

/** What may be empty may be left out. */
export type SeedVariant = Pick<CreationAttributes<Variant>, VariantField>;

/** A product as both the demo catalogue and the generator hand it to the writer; it will be on sale. */
export interface SeedProduct extends Omit<Pick<CreationAttributes<Product>, ProductField>, 'status'> {
  /** Slug of its own category; the ancestors follow from the tree. */
  category: string;
  /** Code points of its images; the first is the featured image. */
  images: { file: string; alt: string }[];
  variants: SeedVariant[];
}
