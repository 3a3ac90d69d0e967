import { formatCount } from '@lantern/ui/format';
import type { Asked } from './asked.ts';
import type { Sentence } from './sentence.ts';

/** What only products have: variants, pictures and categories. Null where the general sentence will do. */
export function productSentence(asked: Asked): Sentence | null {
  if (asked.verb === 'create') return added(asked);
  if (asked.verb !== 'update') return null;
  return categorySentence(asked) ?? pictureSentence(asked) ?? variantSentence(asked);
}

function added({ logged }: Asked): Sentence {
  const variants = logged.filter(({ field }) => SKU.test(field)).length;
  const count = formatCount(variants, 'variant');
  if (variants < 2) return { text: '{who} added {what}', tells: 'all' };
  return { text: '{who} added {what} with {count}', short: '{who} added {what}', values: { count }, tells: 'all' };
}

function categorySentence({ changes, logged }: Asked): Sentence | null {
  if (!changes.every(({ field }) => field.startsWith('categories.'))) return null;
  const named = changes.map(({ of }, index) => ({ of, isNew: logged[index]?.after !== null }));
  const [into, ...moreInto] = named.filter(({ isNew }) => isNew);
  const [outOf, ...moreOutOf] = named.filter(({ isNew }) => !isNew);
  if (moreInto.length + moreOutOf.length > 0) return { text: '{who} changed the categories of {what}', tells: [] };
  const values = { before: outOf?.of ?? '', after: into?.of ?? '' };
  if (!outOf) return { text: '{who} put {what} in category {after}', values, tells: 'all' };
  if (!into) return { text: '{who} took {what} out of category {before}', values, tells: 'all' };
  return { text: '{who} moved {what} from category {before} to category {after}', values, tells: 'all' };
}

const VARIANT_PICTURE = /^variants\..+\.imageUrl$/;

function pictureSentence(asked: Asked): Sentence | null {
  // A variant loses its picture with the image.
  const logged = asked.logged.filter(({ field, after }) => after !== null || !VARIANT_PICTURE.test(field));
  if (logged.length === 0 || !logged.every(({ field }) => field.startsWith('images.'))) return null;
  const pictures = logged.filter(({ field }) => field.endsWith('.url'));
  const values = { count: formatCount(pictures.length, 'picture') };
  if (pictures.length === 0) return { text: '{who} changed how pictures of {what} are described', tells: [] };
  if (logged.every(({ before }) => before === null))
    return { text: '{who} added {count} to {what}', values, tells: [] };
  if (logged.every(({ after }) => after === null))
    return { text: '{who} removed {count} of {what}', values, tells: [] };
  return { text: '{who} changed the pictures of {what}', tells: [] };
}

const SKU = /^variants\..+\.sku$/;
const NAME_OF_FIELD = /^variants\.(.+)\.(\w+)$/;

function variantSentence({ changes, logged }: Asked): Sentence | null {
  if (logged.length < 2 || !logged.every(({ field }) => field.startsWith('variants.'))) return null;
  const skus = changes.filter((_, index) => SKU.test(logged[index]?.field ?? ''));
  const count = formatCount(skus.length, 'variant');
  const [one] = skus;
  if (one && logged.every(({ before }) => before === null)) {
    const values = { variant: one.of, count };
    return skus.length === 1 && one.of
      ? { text: '{who} added the variant {variant} to {what}', values, tells: 'all' }
      : { text: '{who} added {count} to {what}', values, tells: 'all' };
  }
  if (one && logged.every(({ after }) => after === null)) {
    const values = { variant: one.of, count };
    return skus.length === 1 && one.of
      ? { text: '{who} removed the variant {variant} of {what}', values, tells: 'all' }
      : { text: '{who} removed {count} of {what}', values, tells: 'all' };
  }
  const fields = new Set(logged.map(({ field }) => NAME_OF_FIELD.exec(field)?.[2]));
  if (fields.size > 1) return null;
  if (fields.has('position')) return { text: '{who} changed the order of the variants of {what}', tells: 'all' };
  const values = { field: changes[0]?.noun ?? '', count: formatCount(changes.length, 'variant') };
  const short = '{who} changed the {field} of {what}';
  return { text: '{who} changed the {field} of {count} of {what}', short, values, tells: [] };
}
