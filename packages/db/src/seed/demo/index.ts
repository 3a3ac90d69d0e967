import { audioProducts } from './audio.ts';
import { moreAudioProducts } from './audio-more.ts';
import { clothingProducts } from './clothing.ts';
import { moreClothingProducts } from './clothing-more.ts';
import { deskProducts } from './desk.ts';
import { moreDeskProducts } from './desk-more.ts';
import { kitchenProducts } from './kitchen.ts';
import { moreKitchenProducts } from './kitchen-more.ts';
import { livingProducts } from './living.ts';
import { moreLivingProducts } from './living-more.ts';
import { outdoorsProducts } from './outdoors.ts';
import { moreOutdoorsProducts } from './outdoors-more.ts';
import { playProducts } from './play.ts';
import { morePlayProducts } from './play-more.ts';
import { travelProducts } from './travel.ts';
import { moreTravelProducts } from './travel-more.ts';
import type { DemoProduct } from './types.ts';

export const demoProducts: DemoProduct[] = [
  ...kitchenProducts,
  ...moreKitchenProducts,
  ...livingProducts,
  ...moreLivingProducts,
  ...audioProducts,
  ...moreAudioProducts,
  ...outdoorsProducts,
  ...moreOutdoorsProducts,
  ...clothingProducts,
  ...moreClothingProducts,
  ...playProducts,
  ...morePlayProducts,
  ...deskProducts,
  ...moreDeskProducts,
  ...travelProducts,
  ...moreTravelProducts,
];
