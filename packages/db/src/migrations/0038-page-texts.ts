import type { Migration } from './migration.ts';
import { germanPages } from './pages/german-pages.ts';

/** Pages in languages other than the store's first; in German, what nobody has changed of the first pages. */
export const pageTexts: Migration = {
  name: '0038-page-texts',
  async up({ run, select, ddl }) {
    await run(`CREATE TABLE page_texts (
      id ${ddl.id},
      pageId INTEGER NOT NULL,
      language VARCHAR(3) NOT NULL,
      title VARCHAR(120) NULL,
      markdown TEXT NULL,
      createdAt DATETIME(3) NOT NULL,
      updatedAt DATETIME(3) NOT NULL,
      FOREIGN KEY (pageId) REFERENCES pages (id) ON DELETE CASCADE) ${ddl.tableOptions}`);
    await run('CREATE UNIQUE INDEX ux_page_texts_pageId_language ON page_texts (pageId, language)');
    const pages = await select<{ id: number; slug: string }>(
      'SELECT id, slug FROM pages WHERE version = 1 AND id NOT IN (SELECT pageId FROM page_texts)',
    );
    const now = new Date().toISOString().replace('T', ' ').slice(0, -1);
    for (const { slug, title, markdown } of germanPages) {
      const page = pages.find((first) => first.slug === slug);
      if (!page) continue;
      await run(
        `INSERT INTO page_texts (pageId, language, title, markdown, createdAt, updatedAt)
        VALUES (?, 'de', ?, ?, ?, ?)`,
        [page.id, title, markdown, now, now],
      );
    }
  },
};
