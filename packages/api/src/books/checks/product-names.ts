import { nameKey } from '@lantern/db/base/name-key';
import { Product } from '@lantern/db/models/product';
import { ProductText } from '@lantern/db/models/product-text';
import { Op } from '@lantern/db/query';
import { byRow } from '../by-row.ts';
import type { Finding } from '../difference.ts';
import { logRepair } from '../log-repair.ts';

/** What lists by name are sorted by, and admins search: the folded name of a product in each language. */
export const productNames = byRow({
  name: 'product-names',
  table: 'products',
  async suspects(_, { after, through }) {
    const within = { [Op.gt]: after, [Op.lte]: through };
    const attributes = ['id', 'name', 'nameKey'];
    const products = await Product.findAll({ where: { id: within }, attributes, order: ['id'], raw: true });
    const texts = await ProductText.findAll({
      where: { productId: within },
      attributes: ['productId', 'name', 'nameKey'],
      raw: true,
    });
    const translated = new Set(texts.filter(isWrong).map(({ productId }) => productId));
    return products.filter((product) => isWrong(product) || translated.has(product.id)).map(({ id }) => id);
  },
  async examine(_, id) {
    const product = await Product.findByPk(id, { lock: true, raw: true });
    if (!product) return [];
    const texts = await ProductText.findAll({ where: { productId: id }, order: ['language'], raw: true });
    const findings = isWrong(product) ? [findingOf(product, 'nameSearch', product)] : [];
    for (const text of texts.filter(isWrong))
      findings.push(findingOf(product, `texts.${text.language}.nameSearch`, text));
    return findings;
  },
  async mend(_, id, findings) {
    const product = await Product.findByPk(id, { rejectOnEmpty: true });
    await Product.update({ nameKey: nameKey(product.name) }, { where: { id }, silent: true });
    const texts = await ProductText.findAll({ where: { productId: id }, raw: true });
    for (const text of texts.filter(isWrong)) {
      await ProductText.update({ nameKey: keyOf(text) }, { where: { id: text.id }, silent: true });
    }
    logRepair(product, findings);
  },
});

interface Named {
  name: string | null;
  nameKey: string | null;
}

function keyOf({ name }: Named): string | null {
  return name === null ? null : nameKey(name);
}

function isWrong(row: Named): boolean {
  return row.nameKey !== keyOf(row);
}

function findingOf({ slug }: Product, what: string, row: Named): Finding {
  return { what, where: `product ${slug}`, expected: keyOf(row), found: row.nameKey, advice: null };
}
