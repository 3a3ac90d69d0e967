import { nameKey } from '@lantern/db/base/name-key';
import type { SourceProduct } from './source.ts';

/** By what a product is sorted in other languages, where that is not the key of its own name. */
export type NameKeys = Readonly<Record<string, string>>;

export function nameKeysOf({ product, texts }: Pick<SourceProduct, 'product' | 'texts'>): NameKeys {
  const keys = [...texts].map(([language, { name }]) => [language, nameKey(name ?? product.name)] as const);
  return Object.fromEntries(keys.filter(([language, key]) => language !== null && key !== product.nameKey));
}
