/** Where things are: the one place that spells addresses. */
export const productPath = (slug: string, sku?: string) =>
  `/p/${encodeURIComponent(slug)}${sku === undefined ? '' : `?sku=${encodeURIComponent(sku)}`}`;
export const categoryPath = (slug: string) => `/c/${encodeURIComponent(slug)}`;
export const searchPath = (words: string) => `/search?q=${encodeURIComponent(words)}`;
export const orderPath = (number: string) => `/orders/${encodeURIComponent(number)}`;

/** Where to go after a login: a path of this shop, never another site. */
export function safeNext(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/';
}

/** { Colour: 'Sand', Cable: '3 m' } → "Sand, 3 m" */
export function optionsText(options: Record<string, string>): string {
  return Object.values(options).join(', ');
}
