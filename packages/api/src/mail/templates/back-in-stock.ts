import { ProductImage } from '@lantern/db/models/product-image';
import { Variant } from '@lantern/db/models/variant';
import { isolated } from '@lantern/text/isolated';
import { z } from 'zod';
import { button, type MailBlock, paragraph } from '../../mail-layout/content.ts';
import { template } from '../template.ts';

/** To somebody who has asked for it: a variant can be bought again. */
export const backInStock = template({
  schema: z.object({
    /** Whose wishes the link ends. */
    email: z.string(),
    name: z.string(),
    options: z.record(z.string(), z.string()),
    slug: z.string(),
    sku: z.string(),
  }),
  occasion: 'When something is back in stock; it goes to those who asked for it.',
  example: {
    email: 'ada@example.com',
    name: 'Stoneware teapot',
    options: { Colour: 'Sand' },
    slug: 'stoneware-teapot',
    sku: 'POT-SAND',
  },
  values({ name, options }) {
    const choice = Object.values(options).map(isolated).join(', ');
    return { product: choice === '' ? isolated(name) : `${isolated(name)} (${choice})` };
  },
  async blocks({ email, slug, sku }, { words, links, pictures }) {
    const { view, onlyOnce, stop } = words.mails.back_in_stock;
    const picture = await pictures.show(await imageOf(sku));
    const shown: MailBlock[] = picture ? [{ type: 'picture', picture }] : [];
    return [
      ...shown,
      button(view, links.product(slug, sku)),
      paragraph(onlyOnce),
      button(stop, await links.stopWishes(email)),
    ];
  },
});

/** The image of a variant, or its product's; null if neither is there any more. */
async function imageOf(sku: string): Promise<string | null> {
  const variant = await Variant.findOne({ where: { sku }, attributes: ['productId', 'imageUrl'], raw: true });
  if (!variant) return null;
  const { productId, imageUrl } = variant;
  const featured = () => ProductImage.findOne({ where: { productId, position: 0 }, attributes: ['url'], raw: true });
  return imageUrl ?? (await featured())?.url ?? null;
}
