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
  wording: {
    subject: '{product} is back in stock',
    title: 'Back in stock',
    text: 'You asked us to write when {product} is back in stock. Now it is. We have not put any aside, so it may sell out again.',
  },
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
  blocks: async ({ email, slug, sku }, links) => [
    button('View it in the store', links.product(slug, sku)),
    paragraph(
      'We write once, and have taken you off the list. If you wait for other things too, you can end that here.',
    ),
    button('Stop these mails', await links.stopWishes(email)),
  ],
});
