import { type Addresses, pathOf } from './addresses.ts';
import type { Load } from './load.ts';

/** A row of the table: what is asked, and by whom. */
export interface Cell {
  name: string;
  ask: Load['ask'];
  /** Whether each connection has a session of its own; otherwise all are guests. */
  loggedIn: boolean;
  /** How many orders a second come in meanwhile. */
  ordersPerSecond?: number;
}

/** More than a small shop has on its best day. */
const BUSY = 50;

/** All cells. Reads come first in a round, so that no write of the same round slows them down. */
export function cellsOf(addresses: Addresses, variants: number[]): Cell[] {
  const reads = {
    list: addresses.lists(),
    product: addresses.products(),
    suggest: addresses.suggestions(),
    categories: [pathOf('catalog.categories')],
  };
  const named = Object.entries(reads);
  return [
    ...named.map(([name, paths]) => ({ name, ask: { paths }, loggedIn: false })),
    ...named.map(([name, paths]) => ({ name: `${name}, logged in`, ask: { paths }, loggedIn: true })),
    ...(['list', 'product'] as const).map((name) => ({
      name: `${name}, ${BUSY} orders/s`,
      ask: { paths: reads[name] },
      loggedIn: false,
      ordersPerSecond: BUSY,
    })),
    { name: 'search', ask: { paths: addresses.searches() }, loggedIn: false },
    { name: 'add to cart', ask: { add: variants }, loggedIn: false },
    { name: 'checkout', ask: { buy: variants }, loggedIn: true },
  ];
}

/** The cells with these names, or all if there are none. @throws {Error} naming a cell that does not exist. */
export function selectCells(cells: Cell[], names: string[]): Cell[] {
  const unknown = names.find((name) => !cells.some((cell) => cell.name === name));
  if (unknown !== undefined)
    throw new Error(`There is no cell "${unknown}": ${cells.map(({ name }) => name).join(', ')}.`);
  return names.length === 0 ? cells : cells.filter(({ name }) => names.includes(name));
}
