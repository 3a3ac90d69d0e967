import type { DemoProduct } from './types.ts';

export const audioProducts: DemoProduct[] = [
  {
    name: 'Studio headphones',
    category: 'listening',
    priceCents: 12900,
    description:
      'Closed cups over 40 mm drivers, tuned flat so that a bad recording sounds like one. Pads, band and cable come off with a coin and can be bought singly. At 268 g you forget them for an hour, though not for a whole working day.',
    images: [{ file: '1f3a7', alt: 'Silver-grey headphones' }],
    variants: [
      { sku: 'AUD-STUDIO-MID-12', options: { Colour: 'Midnight', Cable: '1.2 m' }, stock: 18 },
      { sku: 'AUD-STUDIO-MID-3', options: { Colour: 'Midnight', Cable: '3 m' }, stock: 9, priceCents: 13400 },
      { sku: 'AUD-STUDIO-SAN-12', options: { Colour: 'Sand', Cable: '1.2 m' }, stock: 14 },
      { sku: 'AUD-STUDIO-SAN-3', options: { Colour: 'Sand', Cable: '3 m' }, stock: 6, priceCents: 13400 },
      { sku: 'AUD-STUDIO-MOS-12', options: { Colour: 'Moss', Cable: '1.2 m' }, stock: 0 },
      { sku: 'AUD-STUDIO-MOS-3', options: { Colour: 'Moss', Cable: '3 m' }, stock: 0, priceCents: 13400 },
    ],
  },
  {
    name: 'Bookshelf speaker',
    category: 'listening',
    priceCents: 15900,
    description:
      'One two-way cabinet, 26 cm tall, with an inbuilt amplifier and a socket for a second. Clear voices at low volume were the aim. The bass stops politely at 58 Hz, so organ lovers will want more.',
    images: [
      { file: '1f50a', alt: 'Grey loudspeaker with blue sound waves' },
      { file: '1f4bf', alt: 'Silver compact disc' },
    ],
    variants: [
      { sku: 'AUD-SHELF-WAL', options: { Finish: 'Walnut' }, stock: 12 },
      { sku: 'AUD-SHELF-BLA', options: { Finish: 'Black' }, stock: 17 },
      { sku: 'AUD-SHELF-WHI', options: { Finish: 'White' }, stock: 8 },
    ],
  },
  {
    name: 'Kitchen radio',
    category: 'listening',
    priceCents: 8490,
    description:
      'FM and DAB+, a dial that turns and five buttons for the five stations you listen to. Runs on the mains or four C cells. There is no Bluetooth, which is rather the point.',
    images: [{ file: '1f4fb', alt: 'Grey radio with a blue display and an aerial' }],
    variants: [
      { sku: 'AUD-RADIO-GRE', options: { Colour: 'Grey' }, stock: 21 },
      { sku: 'AUD-RADIO-CRE', options: { Colour: 'Cream' }, stock: 15 },
      { sku: 'AUD-RADIO-PIN', options: { Colour: 'Pine' }, stock: 10 },
    ],
  },
  {
    name: 'Pocket speaker',
    category: 'listening',
    priceCents: 3990,
    tagline: '12 hours per charge',
    description:
      'About the size of a bar of soap, splashproof, with a loop to hang it from a tap or a branch. Two of them pair into stereo. Enough for a picnic blanket; for a party, look at the shelf model.',
    images: [
      { file: '1f508', alt: 'Small grey loudspeaker' },
      { file: '1f50b', alt: 'Green battery' },
    ],
    variants: [{ sku: 'AUD-POCKET', options: {}, stock: 48 }],
  },
  {
    name: 'Slim CD player',
    category: 'listening',
    priceCents: 9900,
    tagline: 'USB-C powered',
    description:
      'Plays the discs you kept, including scratched ones, thanks to a ten-second buffer. Line out and headphone socket, both with proper level. It reads audio CDs only, no data discs.',
    images: [{ file: '1f4bf', alt: 'Silver compact disc' }],
    variants: [{ sku: 'AUD-CDPLAYER', options: {}, stock: 13 }],
  },
];
