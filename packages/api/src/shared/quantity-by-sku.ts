/** How much is chosen of each SKU, in the order of the first choice. One that is listed twice counts for the sum. */
export function quantityBySku(chosen: { sku: string; quantity: number }[]): Map<string, number> {
  const wanted = new Map<string, number>();
  for (const { sku, quantity } of chosen) wanted.set(sku, (wanted.get(sku) ?? 0) + quantity);
  return wanted;
}
