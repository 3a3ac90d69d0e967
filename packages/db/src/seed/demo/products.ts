import audio from './audio.json' with { type: 'json' };
import clothing from './clothing.json' with { type: 'json' };
import desk from './desk.json' with { type: 'json' };
import kitchen from './kitchen.json' with { type: 'json' };
import living from './living.json' with { type: 'json' };
import outdoors from './outdoors.json' with { type: 'json' };
import play from './play.json' with { type: 'json' };
import travel from './travel.json' with { type: 'json' };
import type { DemoProduct } from './types.ts';

/** The demo products, one file for each top-level category. */
export const demoProducts: DemoProduct[] = [
  ...kitchen,
  ...living,
  ...audio,
  ...outdoors,
  ...clothing,
  ...play,
  ...desk,
  ...travel,
];
