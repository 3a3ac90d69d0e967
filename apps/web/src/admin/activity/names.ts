import { isolated } from '@lantern/text/isolated';

/** What things are called of which the log tells a number, an address or a SKU only. */
export interface Names {
  categoryAt: (slug: string) => string | undefined;
  categoryOf: (id: number) => string | undefined;
  /** The options by which shoppers choose a variant: "Red / L". */
  variant: (productId: string, sku: string) => string | undefined;
}

/** { Colour: 'Red', Size: 'L' } → "Red / L"; undefined where there is nothing to choose. */
export function choiceText(options: Record<string, string>): string | undefined {
  return Object.values(options).map(isolated).join(' / ') || undefined;
}
