import { isolated } from '@lantern/text/isolated';
import { formatCents } from '@lantern/ui/format';
import { perLanguage } from '@lantern/ui/language';
import { plural, t } from '@lingui/core/macro';
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
      const name = nameOf(line, now);
      if (!old) return t`${name} was added`;
      const { quantity } = line;
      return old.quantity === quantity ? [] : t`the quantity of ${name} is now ${quantity}`;
    }),
    ...seen.items.flatMap((line) => (after.has(line.variantId) ? [] : t`${{ name: nameOf(line, seen) }} was removed`)),
  ];
  const prices = now.items.flatMap((line) => {
    const old = before.get(line.variantId);
    if (!old || old.unitPriceCents === line.unitPriceCents) return [];
    const [name, price] = [nameOf(line, now), formatCents(line.unitPriceCents)];
    return t`${name} now costs ${price} instead of ${{ before: formatCents(old.unitPriceCents) }}`;
  });
  if (inCart.length + prices.length === 0) return null;
  const changes = conjunction().format([...inCart, ...prices]);
  if (inCart.length > 0) return t`Your cart has changed: ${changes}.`;
  const count = prices.length;
  return plural(count, { one: `A price has changed: ${changes}.`, other: `Prices have changed: ${changes}.` });
}

/** Includes the options if the cart has another variant of the same product. */
function nameOf({ variantId, name, options }: Line, { items }: SeenCart): string {
  const alike = items.some((other) => other.name === name && other.variantId !== variantId);
  const choice = optionsText(options);
  return alike && choice ? `${isolated(name)} (${choice})` : isolated(name);
}

const conjunction = perLanguage((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));
