import type { StoredTable } from '@lantern/db/transfer/table';

/** The addresses of the images that admins have uploaded, as the database knows them. */
export async function uploadedImages(tables: readonly StoredTable[]): Promise<string[]> {
  const table = tables.find(({ name }) => name === 'uploaded_images');
  const column = table?.columns.findIndex(({ name }) => name === 'url') ?? -1;
  const urls: string[] = [];
  for await (const rows of table?.rows() ?? []) urls.push(...rows.map((row) => String(row[column])));
  return urls;
}

/** How many of them have nothing among these files: neither an original nor, from before those were kept, the image itself. */
export function countMissing(urls: readonly string[], paths: readonly string[]): number {
  const there = new Set(paths.map(placeOf));
  return urls.filter((url) => !there.has(placeOf(url.replace(/^\/media\//, '')))).length;
}

/** An image of today has a folder of its own; earlier ones are files beside each other. */
function placeOf(path: string): string {
  const [shelf, name] = path.split('/');
  return `${shelf}/${name}`;
}
