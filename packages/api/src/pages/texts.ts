import { PageText, type PageTextFields, pageTextFields } from '@lantern/db/models/page-text';
import type { Translation } from '../shared/languages.ts';

/** What is shown of these pages instead of their own texts, by page id; nothing in the store's first language. */
export async function pageTextsOf(
  pageId: number[],
  language: Translation,
): Promise<ReadonlyMap<number, PageTextFields>> {
  if (language === null || pageId.length === 0) return new Map();
  const where = { pageId, language };
  const rows = await PageText.findAll({ where, attributes: ['pageId', ...pageTextFields], raw: true });
  return new Map(rows.map((row) => [row.pageId, row]));
}

/** HTML whose links within the store, as authors write them, lead to its pages in a language. */
export function linkedIn(html: string, language: Translation): string {
  if (language === null) return html;
  return html.replace(new RegExp(`href="/(?!/|${language}(?:[/"?#]))`, 'g'), `href="/${language}/`);
}
