import type { Migration } from './migration.ts';
import { firstPages } from './pages/first-pages.ts';

/** Pages that admins write, with those that every store needs to begin with. */
export const pages: Migration = {
  name: '0031-pages',
  async up({ run, select, ddl }) {
    await run(`CREATE TABLE pages (
      id ${ddl.id},
      slug VARCHAR(120) NOT NULL UNIQUE,
      title VARCHAR(120) NOT NULL,
      markdown TEXT NOT NULL,
      inFooter TINYINT(1) NOT NULL,
      position INTEGER NOT NULL,
      published TINYINT(1) NOT NULL,
      version INTEGER NOT NULL DEFAULT 1,
      createdAt DATETIME(3) NOT NULL,
      updatedAt DATETIME(3) NOT NULL) ${ddl.tableOptions}`);
    await run(`CREATE TABLE former_page_slugs (slug VARCHAR(120) NOT NULL PRIMARY KEY, pageId INTEGER NOT NULL)
      ${ddl.tableOptions}`);
    // An interrupted run may have inserted some of them.
    const there = new Set((await select<{ slug: string }>('SELECT slug FROM pages')).map(({ slug }) => slug));
    const now = new Date().toISOString().replace('T', ' ').slice(0, -1);
    for (const [index, { slug, title, markdown }] of firstPages().entries()) {
      if (there.has(slug)) continue;
      await run(
        `INSERT INTO pages (slug, title, markdown, inFooter, position, published, createdAt, updatedAt)
        VALUES (?, ?, ?, 1, ?, 1, ?, ?)`,
        [slug, title, markdown, index + 1, now, now],
      );
    }
  },
};
