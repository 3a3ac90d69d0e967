import type { DemoProduct } from './types.ts';

export const moreClothingProducts: DemoProduct[] = [
  {
    name: 'Lambswool scarf',
    category: 'accessories',
    priceCents: 4900,
    description:
      'Woven in the Scottish Borders, 180 by 30 cm with a hand-twisted fringe. It wraps twice and still closes under a collar. Moths agree that it is good wool, so keep it with cedar in summer.',
    images: [{ file: '1f9e3', alt: 'Red scarf' }],
    variants: [
      { sku: 'CLO-SCARF-RED', options: { Colour: 'Red' }, stock: 24 },
      { sku: 'CLO-SCARF-OAT', options: { Colour: 'Oatmeal' }, stock: 17 },
      { sku: 'CLO-SCARF-NAV', options: { Colour: 'Navy' }, stock: 21 },
    ],
  },
  {
    name: 'Ribbed gloves',
    category: 'accessories',
    priceCents: 3200,
    description:
      'Merino and nylon in a rib that stretches to fit, with a patch on the index finger for screens. Thin enough for keys and coins. In a real frost wear them under mittens.',
    images: [{ file: '1f9e4', alt: 'Purple knitted gloves' }],
    variants: [
      { sku: 'CLO-GLOVES-PLU-SM', options: { Colour: 'Plum', Size: 'S/M' }, stock: 13 },
      { sku: 'CLO-GLOVES-PLU-LXL', options: { Colour: 'Plum', Size: 'L/XL' }, stock: 9 },
      { sku: 'CLO-GLOVES-CHA-SM', options: { Colour: 'Charcoal', Size: 'S/M' }, stock: 18 },
      { sku: 'CLO-GLOVES-CHA-LXL', options: { Colour: 'Charcoal', Size: 'L/XL' }, stock: 15 },
    ],
  },
  {
    name: 'Striped-cuff socks',
    category: 'accessories',
    priceCents: 1290,
    description:
      'Eighty per cent cotton, a flat toe seam and a heel knitted double. Sold by the single pair, because drawers fill up quickly enough. Dark lint clings to the pale cuff.',
    images: [{ file: '1f9e6', alt: 'Pair of green socks with blue heels and toes' }],
    variants: [
      { sku: 'CLO-SOCKS-35-38', options: { Size: '35–38' }, stock: 48 },
      { sku: 'CLO-SOCKS-39-42', options: { Size: '39–42' }, stock: 59 },
      { sku: 'CLO-SOCKS-43-46', options: { Size: '43–46' }, stock: 45 },
    ],
  },
  {
    name: 'Six-panel cap',
    category: 'accessories',
    priceCents: 2700,
    description:
      'Brushed twill with a short peak, a brass buckle and no logo anywhere. The sweatband is cotton and soaks up a hill. Hand-wash it, for the peak has a cardboard heart.',
    images: [{ file: '1f9e2', alt: 'Sky-blue cap' }],
    variants: [
      { sku: 'CLO-CAP-SKY', options: { Colour: 'Sky' }, stock: 29 },
      { sku: 'CLO-CAP-OLI', options: { Colour: 'Olive' }, stock: 0 },
      { sku: 'CLO-CAP-BLA', options: { Colour: 'Black' }, stock: 33 },
    ],
  },
  {
    name: 'Straw sun hat',
    category: 'accessories',
    priceCents: 4200,
    tagline: '11 cm brim',
    description:
      'Plaited wheat straw with a grosgrain ribbon you can swap. The brim throws shade as far as the shoulders. Straw does not like suitcases: wear it on the plane.',
    images: [{ file: '1f452', alt: 'Straw hat with a red ribbon' }],
    variants: [{ sku: 'CLO-SUNHAT', options: {}, stock: 0 }],
  },
  {
    name: 'Acetate sunglasses',
    category: 'accessories',
    priceCents: 9500,
    tagline: 'Category 3 lenses',
    description:
      'Cut from a sheet of dark acetate with five-barrel hinges and polarised lenses of real glass. Broad faces are welcome at 146 mm. Being glass, they weigh 41 g and dislike concrete.',
    images: [
      { file: '1f576-fe0f', alt: 'Dark sunglasses' },
      { file: '1f45d', alt: 'Pink zipped pouch' },
    ],
    variants: [{ sku: 'CLO-SUNGLASS', options: {}, stock: 27 }],
  },
  {
    name: 'Field watch',
    category: 'accessories',
    priceCents: 14500,
    tagline: '38 mm',
    description:
      'A steel case, a domed crystal, a dark dial with hands that glow until about three in the morning. The Japanese quartz inside needs a cell every four years. Good for washing up and swimming, not for diving.',
    images: [{ file: '231a', alt: 'Wristwatch with a dark dial and a blue strap' }],
    variants: [{ sku: 'CLO-WATCH', options: {}, stock: 23 }],
  },
];
