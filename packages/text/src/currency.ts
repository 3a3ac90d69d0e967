/** The currency of all amounts of the store. */
export interface Currency {
  /** ISO 4217. */
  code: string;
  /** Decimals of an amount: 2 of euros, none of yen, 3 of Kuwaiti dinars. */
  digits: number;
}

let current: Currency = { code: 'EUR', digits: 2 };

export const currency = () => current;

/**
 * From now on, all amounts are in this currency. To be called once by what starts, before any amount is written: it is not
 * a parameter of every function that writes one, since a store has one currency for good.
 */
export function setCurrency(chosen: Currency): void {
  current = chosen;
}

/** Makes something once for the currency: `const english = perCurrency(({ code }) => …)`, then `english()`. */
export function perCurrency<T>(make: (currency: Currency) => T): () => T {
  let made: { of: Currency; what: T } | undefined;
  return () => {
    if (made?.of !== current) made = { of: current, what: make(current) };
    return made.what;
  };
}
