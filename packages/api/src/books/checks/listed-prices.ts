import { Product } from '@lantern/db/models/product';
import { lowestPrice, Variant } from '@lantern/db/models/variant';
import { Op } from '@lantern/db/query';
import { refreshPrices } from '../../catalog/sale-prices.ts';
import { groupBy } from '../../shared/group-by.ts';
import { byRow } from '../by-row.ts';
import { logRepair } from '../log-repair.ts';

/** The price that a product is listed with, against the lowest of its variants for sale. */
export const listedPrices = byRow({
  name: 'listed-prices',
  table: 'products',
  async suspects(_, { after, through }) {
    const within = { [Op.gt]: after, [Op.lte]: through };
    const attributes = ['id', 'priceCents'];
    const products = await Product.findAll({ where: { id: within }, attributes, order: ['id'], raw: true });
    const variants = await Variant.findAll({
      where: { productId: within },
      attributes: ['productId', 'priceCents', 'stock'],
      raw: true,
    });
    const variantsOf = groupBy(variants, ({ productId }) => productId);
    const isWrong = ({ id, priceCents }: Product) => {
      const own = variantsOf.get(id);
      return own !== undefined && lowestPrice(own) !== priceCents;
    };
    return products.filter(isWrong).map(({ id }) => id);
  },
  async examine(_, id) {
    // In the sequence in which sales and edits lock them.
    const product = await Product.findByPk(id, { lock: true, raw: true });
    const variants = await Variant.findAll({ where: { productId: id }, order: ['id'], lock: true, raw: true });
    if (!product || variants.length === 0) return [];
    const expected = lowestPrice(variants);
    if (product.priceCents === expected) return [];
    const where = `product ${product.slug}`;
    return [{ what: 'priceCents', where, expected, found: product.priceCents, advice: null }];
  },
  async mend(_, id, findings) {
    await refreshPrices([id]);
    logRepair(await Product.findByPk(id, { rejectOnEmpty: true }), findings);
  },
});
