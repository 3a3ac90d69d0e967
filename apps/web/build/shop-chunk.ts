import { fileURLToPath } from 'node:url';
import type { Rolldown } from 'vite';

/** What shoppers walk through: its code is one file, since a page that waits for code is slower than a few kilobytes. */
const SHOP = [
  'main.tsx',
  'home/home-page.tsx',
  'catalog/category-page.tsx',
  'catalog/search-page.tsx',
  'product/product-page.tsx',
];

const entries = SHOP.map((name) => fileURLToPath(new URL(`../src/${name}`, import.meta.url)));

/** Names the chunk of a module that these pages need; all others are split as their pages need them. */
export function shopChunk(): Rolldown.CodeSplittingNameFunction {
  let reached: Set<string> | undefined;
  return (id, context) => {
    reached ??= reachable(context);
    return reached.has(id) ? 'shop' : null;
  };
}

function reachable(context: Rolldown.ChunkingContext): Set<string> {
  const reached = new Set<string>();
  const waiting = [...entries];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    waiting.push(...(context.getModuleInfo(id)?.importedIds ?? []));
  }
  return reached;
}
