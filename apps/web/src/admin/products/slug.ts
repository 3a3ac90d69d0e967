/** What the shop would make of a name in an address: "Café au lait" → "cafe-au-lait". The server has the last word. */
export function suggestedSlug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 110)
    .replace(/^-|-$/g, '');
}
