import { Category } from '../models/category.ts';

/** Creates a category at the top, called as its address; call it in a transaction. */
export const createCategory = (slug: string) =>
  Category.create({ slug, name: slug, parentId: null, position: 0, accent: 1, imageUrl: null });
