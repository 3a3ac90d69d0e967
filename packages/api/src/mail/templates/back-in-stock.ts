import { isolated } from '@lantern/text/isolated';
import { z } from 'zod';
import { button, paragraph } from '../../mail-layout/content.ts';
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
  async blocks({ email, slug, sku }, { words, links }) {
    const { view, onlyOnce, stop } = words.mails.back_in_stock;
    return [button(view, links.product(slug, sku)), paragraph(onlyOnce), button(stop, await links.stopWishes(email))];
  },
});
