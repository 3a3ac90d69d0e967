import type { DemoProduct } from './types.ts';

export const clothingProducts: DemoProduct[] = [
  {
    name: 'Heavy T-shirt',
    category: 'clothes',
    priceCents: 2990,
    description:
      'Combed cotton at 240 g, knitted on round looms so there is no side seam to twist. The collar is ribbed and double-stitched. It shrinks by half a size in the first wash; we have cut it for that.',
    images: [{ file: '1f455', alt: 'Green T-shirt with a pale collar' }],
    variants: [
      { sku: 'CLO-TSHIRT-LEA-S', options: { Colour: 'Leaf', Size: 'S' }, stock: 22 },
      { sku: 'CLO-TSHIRT-LEA-M', options: { Colour: 'Leaf', Size: 'M' }, stock: 34 },
      { sku: 'CLO-TSHIRT-LEA-L', options: { Colour: 'Leaf', Size: 'L' }, stock: 31 },
      { sku: 'CLO-TSHIRT-LEA-XL', options: { Colour: 'Leaf', Size: 'XL' }, stock: 12 },
      { sku: 'CLO-TSHIRT-WHI-S', options: { Colour: 'White', Size: 'S' }, stock: 26 },
      { sku: 'CLO-TSHIRT-WHI-M', options: { Colour: 'White', Size: 'M' }, stock: 40 },
      { sku: 'CLO-TSHIRT-WHI-L', options: { Colour: 'White', Size: 'L' }, stock: 37 },
      { sku: 'CLO-TSHIRT-WHI-XL', options: { Colour: 'White', Size: 'XL' }, stock: 18 },
    ],
  },
  {
    name: 'Camel wool coat',
    category: 'clothes',
    priceCents: 32900,
    description:
      'A single-breasted coat of Italian wool with ten per cent cashmere, half lined in cupro. Horn buttons, two outer pockets, one inside for a phone. Warm down to freezing; below that, add a jumper.',
    images: [
      { file: '1f9e5', alt: 'Camel coat with dark buttons' },
      { file: '1f9e3', alt: 'Red scarf' },
    ],
    variants: [
      { sku: 'CLO-COAT-XS', options: { Size: 'XS' }, stock: 5 },
      { sku: 'CLO-COAT-S', options: { Size: 'S' }, stock: 9 },
      { sku: 'CLO-COAT-M', options: { Size: 'M' }, stock: 11 },
      { sku: 'CLO-COAT-L', options: { Size: 'L' }, stock: 8 },
      { sku: 'CLO-COAT-XL', options: { Size: 'XL' }, stock: 0 },
    ],
  },
  {
    name: 'Straight jeans',
    category: 'clothes',
    priceCents: 8900,
    description:
      'Fourteen-ounce denim without elastane, five pockets, button fly. Stiff for a fortnight and then yours. The indigo rubs off on pale sofas until the third wash.',
    images: [{ file: '1f456', alt: 'Blue jeans' }],
    variants: [
      { sku: 'CLO-JEANS-28', options: { Waist: '28' }, stock: 10 },
      { sku: 'CLO-JEANS-30', options: { Waist: '30' }, stock: 17 },
      { sku: 'CLO-JEANS-32', options: { Waist: '32' }, stock: 24 },
      { sku: 'CLO-JEANS-34', options: { Waist: '34' }, stock: 20 },
      { sku: 'CLO-JEANS-36', options: { Waist: '36' }, stock: 13 },
      { sku: 'CLO-JEANS-38', options: { Waist: '38' }, stock: 0 },
    ],
  },
  {
    name: 'Linen dress',
    category: 'clothes',
    priceCents: 11900,
    description:
      'Washed Lithuanian linen, a fitted top and a skirt with enough cloth to cycle in. Side pockets that hold more than a key. It creases the moment you sit down, as linen should.',
    images: [{ file: '1f457', alt: 'Blue dress with a full skirt' }],
    variants: [
      { sku: 'CLO-DRESS-XS', options: { Size: 'XS' }, stock: 8 },
      { sku: 'CLO-DRESS-S', options: { Size: 'S' }, stock: 15 },
      { sku: 'CLO-DRESS-M', options: { Size: 'M' }, stock: 16 },
      { sku: 'CLO-DRESS-L', options: { Size: 'L' }, stock: 9 },
    ],
  },
  {
    name: 'Cotton house robe',
    category: 'clothes',
    priceCents: 7400,
    description:
      'Two layers of gauze, printed with small indigo dots and tied with a sash. Light enough for July, and it dries overnight on a hanger. The sleeves are wide: roll them up before frying anything.',
    images: [{ file: '1f458', alt: 'Blue robe with a dotted pattern and a sash' }],
    variants: [
      { sku: 'CLO-ROBE-SM', options: { Size: 'S/M' }, stock: 19 },
      { sku: 'CLO-ROBE-LXL', options: { Size: 'L/XL' }, stock: 14 },
    ],
  },
  {
    name: 'Workshop coat',
    category: 'clothes',
    priceCents: 6800,
    description:
      'A knee-length coat in tough cotton drill with three patch pockets and a vent. Made for potters, painters and people who fix bicycles. Wash it at 60 degrees and accept the stains that remain.',
    images: [
      { file: '1f97c', alt: 'White coat with patch pockets' },
      { file: '1f58c-fe0f', alt: 'Paintbrush with red paint' },
    ],
    variants: [
      { sku: 'CLO-WORKCOAT-S', options: { Size: 'S' }, stock: 7 },
      { sku: 'CLO-WORKCOAT-M', options: { Size: 'M' }, stock: 13 },
      { sku: 'CLO-WORKCOAT-L', options: { Size: 'L' }, stock: 12 },
      { sku: 'CLO-WORKCOAT-XL', options: { Size: 'XL' }, stock: 6 },
    ],
  },
  {
    name: 'Trail runner',
    category: 'shoes',
    priceCents: 9990,
    description:
      'A light shoe with 4 mm lugs, a rock plate under the forefoot and a mesh that drains in a few strides. The drop is 6 mm and the toe box is wide. On tarmac the soft rubber lasts some 500 km, off it nearly twice that.',
    images: [
      { file: '1f45f', alt: 'Grey and lilac running shoe' },
      { file: '1f9e6', alt: 'Pair of green and blue socks' },
    ],
    variants: [
      { sku: 'CLO-TRAIL-36', options: { Size: '36' }, stock: 9 },
      { sku: 'CLO-TRAIL-37', options: { Size: '37' }, stock: 0 },
      { sku: 'CLO-TRAIL-38', options: { Size: '38' }, stock: 16 },
      { sku: 'CLO-TRAIL-40', options: { Size: '40' }, stock: 21 },
      { sku: 'CLO-TRAIL-41', options: { Size: '41' }, stock: 18 },
      { sku: 'CLO-TRAIL-42', options: { Size: '42' }, stock: 25 },
      { sku: 'CLO-TRAIL-44', options: { Size: '44' }, stock: 11 },
      { sku: 'CLO-TRAIL-46', options: { Size: '46' }, stock: 0 },
    ],
  },
  {
    name: 'Leather derby shoe',
    category: 'shoes',
    priceCents: 16500,
    description:
      'Vegetable-tanned calf on a stitched sole that any cobbler can replace. Open lacing forgives a high instep. Give them shoe trees and a day of rest between wearings.',
    images: [{ file: '1f45e', alt: 'Brown leather lace-up shoe' }],
    variants: [
      { sku: 'CLO-DERBY-40', options: { Size: '40' }, stock: 6 },
      { sku: 'CLO-DERBY-41', options: { Size: '41' }, stock: 10 },
      { sku: 'CLO-DERBY-42', options: { Size: '42' }, stock: 14 },
      { sku: 'CLO-DERBY-43', options: { Size: '43' }, stock: 12 },
      { sku: 'CLO-DERBY-44', options: { Size: '44' }, stock: 9 },
      { sku: 'CLO-DERBY-45', options: { Size: '45' }, stock: 5 },
    ],
  },
  {
    name: 'Hiking boot',
    category: 'shoes',
    priceCents: 18900,
    description:
      'Nubuck with a membrane, a padded ankle and a sole that grips wet limestone. Allow three short walks before the long one. They are warm, and in August your feet will say so.',
    images: [{ file: '1f97e', alt: 'Tan hiking boot with laces' }],
    variants: [
      { sku: 'CLO-HIKING-38', options: { Size: '38' }, stock: 7 },
      { sku: 'CLO-HIKING-39', options: { Size: '39' }, stock: 8 },
      { sku: 'CLO-HIKING-40', options: { Size: '40' }, stock: 13 },
      { sku: 'CLO-HIKING-41', options: { Size: '41' }, stock: 15 },
      { sku: 'CLO-HIKING-42', options: { Size: '42' }, stock: 17 },
      { sku: 'CLO-HIKING-43', options: { Size: '43' }, stock: 0 },
      { sku: 'CLO-HIKING-44', options: { Size: '44' }, stock: 8 },
    ],
  },
  {
    name: 'Ballet flat',
    category: 'shoes',
    priceCents: 8450,
    description:
      'Soft goatskin, a thin rubber sole and an elastic top line that does not cut in. They fold into a coat pocket. Little stands between you and the pavement, so leave gravel paths to others.',
    images: [{ file: '1f97f', alt: 'Blue flat shoe' }],
    variants: [
      { sku: 'CLO-FLAT-36', options: { Size: '36' }, stock: 11 },
      { sku: 'CLO-FLAT-37', options: { Size: '37' }, stock: 14 },
      { sku: 'CLO-FLAT-38', options: { Size: '38' }, stock: 20 },
      { sku: 'CLO-FLAT-39', options: { Size: '39' }, stock: 18 },
      { sku: 'CLO-FLAT-40', options: { Size: '40' }, stock: 12 },
      { sku: 'CLO-FLAT-41', options: { Size: '41' }, stock: 6 },
    ],
  },
  {
    name: 'Red ankle boot',
    category: 'shoes',
    priceCents: 14950,
    description:
      'Pull-on boots with a 4 cm stacked heel and a tab at the back that has survived our tugging. Lined in pigskin, which breathes. Salt on winter pavements leaves rings; wipe them the same evening.',
    images: [{ file: '1f462', alt: 'Tall red boot with a low heel' }],
    variants: [
      { sku: 'CLO-ANKLE-37', options: { Size: '37' }, stock: 9 },
      { sku: 'CLO-ANKLE-38', options: { Size: '38' }, stock: 12 },
      { sku: 'CLO-ANKLE-39', options: { Size: '39' }, stock: 15 },
      { sku: 'CLO-ANKLE-40', options: { Size: '40' }, stock: 10 },
      { sku: 'CLO-ANKLE-41', options: { Size: '41' }, stock: 7 },
    ],
  },
  {
    name: 'Rubber beach sandal',
    category: 'shoes',
    priceCents: 1900,
    description:
      'Natural rubber in three layers with a textile thong that stays soft in salt water. Rinse off the sand and they go on for years. Sizes come in pairs of two, so take the larger if you are between.',
    images: [{ file: '1fa74', alt: 'Blue flip-flop with a yellow strap' }],
    variants: [
      { sku: 'CLO-SANDAL-36-37', options: { Size: '36–37' }, stock: 27 },
      { sku: 'CLO-SANDAL-38-39', options: { Size: '38–39' }, stock: 35 },
      { sku: 'CLO-SANDAL-40-41', options: { Size: '40–41' }, stock: 38 },
      { sku: 'CLO-SANDAL-42-43', options: { Size: '42–43' }, stock: 30 },
      { sku: 'CLO-SANDAL-44-45', options: { Size: '44–45' }, stock: 16 },
    ],
  },
];
