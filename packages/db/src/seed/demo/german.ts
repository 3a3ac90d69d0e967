import audio from './de/audio.json' with { type: 'json' };
import clothing from './de/clothing.json' with { type: 'json' };
import desk from './de/desk.json' with { type: 'json' };
import kitchen from './de/kitchen.json' with { type: 'json' };
import living from './de/living.json' with { type: 'json' };
import outdoors from './de/outdoors.json' with { type: 'json' };
import play from './de/play.json' with { type: 'json' };
import travel from './de/travel.json' with { type: 'json' };

interface GermanTexts {
  name: string;
  tagline?: string;
  description: string;
}

/** The demo products in German, by slug. */
export const germanTexts: Readonly<Record<string, GermanTexts>> = {
  ...kitchen,
  ...living,
  ...audio,
  ...outdoors,
  ...clothing,
  ...play,
  ...desk,
  ...travel,
};
