import { isolated } from '@lantern/text/isolated';

/** Names for what the log identifies only by number, slug or SKU. */
export interface Names {
  categoryAt: (slug: string) => string | undefined;
  categoryOf: (id: number) => string | undefined;
  /** The options of a variant as shoppers see them: "Red / L". */
  variant: (productId: string, sku: string) => string | undefined;
  /** Whether the product never had another variant, so that there is no need to name it. */
  isOnlyVariant: (productId: string) => boolean;
  /** What an order has under this SKU: "Stoneware mug (Red / L)". */
  item: (orderNumber: string, sku: string) => string | undefined;
}

/** { Colour: 'Red', Size: 'L' } → "Red / L"; undefined without options. */
export function choiceText(options: Record<string, string>): string | undefined {
  return Object.values(options).map(isolated).join(' / ') || undefined;
}
