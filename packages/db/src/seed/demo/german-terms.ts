import facts from './de/terms/facts.json' with { type: 'json' };
import images from './de/terms/images.json' with { type: 'json' };
import options from './de/terms/options.json' with { type: 'json' };
import audio from './de/terms/values-audio.json' with { type: 'json' };
import clothing from './de/terms/values-clothing.json' with { type: 'json' };
import desk from './de/terms/values-desk.json' with { type: 'json' };
import kitchen from './de/terms/values-kitchen.json' with { type: 'json' };
import living from './de/terms/values-living.json' with { type: 'json' };
import outdoors from './de/terms/values-outdoors.json' with { type: 'json' };
import play from './de/terms/values-play.json' with { type: 'json' };
import travel from './de/terms/values-travel.json' with { type: 'json' };

const delivery = {
  'Standard delivery': 'Standardversand',
  'To your door': 'Bis an die Haustür',
  'Express delivery': 'Expressversand',
  'To your door, with priority': 'Bis an die Haustür, bevorzugt behandelt',
  'Pick-up point': 'Abholstation',
  'At a parcel shop near you, kept for 7 days': 'In einem Paketshop in Ihrer Nähe, 7 Tage für Sie aufbewahrt',
};

/** The short texts of the demo store in German, by what they are in English. */
export const germanTerms: Readonly<Record<string, string>> = {
  ...delivery,
  ...options,
  ...facts,
  ...images,
  ...audio,
  ...clothing,
  ...desk,
  ...kitchen,
  ...living,
  ...outdoors,
  ...play,
  ...travel,
};
