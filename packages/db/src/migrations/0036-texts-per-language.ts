import type { Migration } from './migration.ts';

/** The texts of products and the names of categories in languages other than the store's first. */
export const textsPerLanguage: Migration = {
  name: '0036-texts-per-language',
  async up({ run, ddl }) {
    await run(`CREATE TABLE product_texts (
      id ${ddl.id},
      productId INTEGER NOT NULL,
      language VARCHAR(3) NOT NULL,
      name VARCHAR(160) NULL,
      tagline VARCHAR(40) NULL,
      description TEXT NULL,
      createdAt DATETIME(3) NOT NULL,
      updatedAt DATETIME(3) NOT NULL,
      FOREIGN KEY (productId) REFERENCES products (id) ON DELETE CASCADE) ${ddl.tableOptions}`);
    await run('CREATE UNIQUE INDEX ux_product_texts_productId_language ON product_texts (productId, language)');
    await run(`CREATE TABLE category_texts (
      id ${ddl.id},
      categoryId INTEGER NOT NULL,
      language VARCHAR(3) NOT NULL,
      name VARCHAR(120) NOT NULL,
      createdAt DATETIME(3) NOT NULL,
      updatedAt DATETIME(3) NOT NULL,
      FOREIGN KEY (categoryId) REFERENCES categories (id) ON DELETE CASCADE) ${ddl.tableOptions}`);
    await run('CREATE UNIQUE INDEX ux_category_texts_categoryId_language ON category_texts (categoryId, language)');
  },
};
