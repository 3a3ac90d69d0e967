import { isolated } from '@lantern/text/isolated';
import { formatCents } from '@lantern/ui/format';
import { optionsText } from '../lib/paths.ts';

interface Line {
  variantId: number;
  name: string;
  options: Record<string, string>;
  quantity: number;
  unitPriceCents: number;
}

interface SeenCart {
  items: readonly Line[];
}

/**
 * How a cart has changed since the shopper agreed to its total, in a sentence: "Your cart has changed: Fountain pen was
 * added." Null if the lines and prices are the same.
 */
export function cartChanges(seen: SeenCart, now: SeenCart): string | null {
  const before = new Map(seen.items.map((line) => [line.variantId, line]));
  const after = new Map(now.items.map((line) => [line.variantId, line]));
  const inCart = [
    ...now.items.flatMap((line) => {
      const old = before.get(line.variantId);
      if (!old) return `${nameOf(line, now)} was added`;
      return old.quantity === line.quantity ? [] : `the quantity of ${nameOf(line, now)} is now ${line.quantity}`;
    }),
    ...seen.items.flatMap((line) => (after.has(line.variantId) ? [] : `${nameOf(line, seen)} was removed`)),
  ];
  const prices = now.items.flatMap((line) => {
    const old = before.get(line.variantId);
    const { unitPriceCents } = line;
    return !old || old.unitPriceCents === unitPriceCents
      ? []
      : `${nameOf(line, now)} now costs ${formatCents(unitPriceCents)} instead of ${formatCents(old.unitPriceCents)}`;
  });
  if (inCart.length + prices.length === 0) return null;
  const what =
    inCart.length > 0 ? 'Your cart has changed' : prices.length > 1 ? 'Prices have changed' : 'A price has changed';
  return `${what}: ${listed([...inCart, ...prices])}.`;
}

/** Includes the options if the cart has another variant of the same product. */
function nameOf({ variantId, name, options }: Line, { items }: SeenCart): string {
  const alike = items.some((other) => other.name === name && other.variantId !== variantId);
  const choice = optionsText(options);
  return alike && choice ? `${isolated(name)} (${choice})` : isolated(name);
}

const conjunction = new Intl.ListFormat('en-GB', { type: 'conjunction' });

function listed(parts: string[]): string {
  return conjunction.format(parts);
}
