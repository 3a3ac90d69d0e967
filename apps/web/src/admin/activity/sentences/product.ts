import { plural, t } from '@lingui/core/macro';
import type { Asked } from './asked.ts';
import { after, before, count, field, variant, what, who } from './places.ts';
import type { Sentence } from './sentence.ts';

/** What only products have: variants, pictures and categories. Null where the general sentence will do. */
export function productSentence(asked: Asked): Sentence | null {
  if (asked.verb === 'create') return added(asked);
  if (asked.verb !== 'update') return null;
  return categorySentence(asked) ?? pictureSentence(asked) ?? variantSentence(asked);
}

function added({ logged }: Asked): Sentence {
  const variants = logged.filter((change) => SKU.test(change.field)).length;
  if (variants < 2) return { text: t`${who} added ${what}`, tells: 'all' };
  return {
    text: t`${who} added ${what} with ${count}`,
    short: t`${who} added ${what}`,
    values: { count: variantsText(variants) },
    tells: 'all',
  };
}

function categorySentence({ changes, logged }: Asked): Sentence | null {
  if (!changes.every((change) => change.field.startsWith('categories.'))) return null;
  const named = changes.map(({ of }, index) => ({ of, isNew: logged[index]?.after !== null }));
  const [into, ...moreInto] = named.filter(({ isNew }) => isNew);
  const [outOf, ...moreOutOf] = named.filter(({ isNew }) => !isNew);
  if (moreInto.length + moreOutOf.length > 0) return { text: t`${who} changed the categories of ${what}`, tells: [] };
  const values = { before: outOf?.of ?? '', after: into?.of ?? '' };
  if (!outOf) return { text: t`${who} put ${what} in category ${after}`, values, tells: 'all' };
  if (!into) return { text: t`${who} took ${what} out of category ${before}`, values, tells: 'all' };
  return { text: t`${who} moved ${what} from category ${before} to category ${after}`, values, tells: 'all' };
}

const VARIANT_PICTURE = /^variants\..+\.imageUrl$/;

function pictureSentence(asked: Asked): Sentence | null {
  // A variant loses its picture with the image.
  const logged = asked.logged.filter((change) => change.after !== null || !VARIANT_PICTURE.test(change.field));
  if (logged.length === 0 || !logged.every((change) => change.field.startsWith('images.'))) return null;
  const pictures = logged.filter((change) => change.field.endsWith('.url'));
  const values = { count: plural({ count: pictures.length }, { one: '# picture', other: '# pictures' }) };
  if (pictures.length === 0) return { text: t`${who} changed how pictures of ${what} are described`, tells: [] };
  if (logged.every((change) => change.before === null))
    return { text: t`${who} added ${count} to ${what}`, values, tells: [] };
  if (logged.every((change) => change.after === null))
    return { text: t`${who} removed ${count} of ${what}`, values, tells: [] };
  return { text: t`${who} changed the pictures of ${what}`, tells: [] };
}

const SKU = /^variants\..+\.sku$/;
const NAME_OF_FIELD = /^variants\.(.+)\.(\w+)$/;

function variantSentence({ changes, logged }: Asked): Sentence | null {
  if (logged.length < 2 || !logged.every((change) => change.field.startsWith('variants.'))) return null;
  const skus = changes.filter((_, index) => SKU.test(logged[index]?.field ?? ''));
  const [one] = skus;
  if (one && logged.every((change) => change.before === null)) {
    const values = { variant: one.of, count: variantsText(skus.length) };
    return skus.length === 1 && one.of
      ? { text: t`${who} added the variant ${variant} to ${what}`, values, tells: 'all' }
      : { text: t`${who} added ${count} to ${what}`, values, tells: 'all' };
  }
  if (one && logged.every((change) => change.after === null)) {
    const values = { variant: one.of, count: variantsText(skus.length) };
    return skus.length === 1 && one.of
      ? { text: t`${who} removed the variant ${variant} of ${what}`, values, tells: 'all' }
      : { text: t`${who} removed ${count} of ${what}`, values, tells: 'all' };
  }
  const fields = new Set(logged.map((change) => NAME_OF_FIELD.exec(change.field)?.[2]));
  if (fields.size > 1) return null;
  if (fields.has('position')) return { text: t`${who} changed the order of the variants of ${what}`, tells: 'all' };
  const values = { field: changes[0]?.noun ?? '', count: variantsText(changes.length) };
  const short = t`${who} changed the ${field} of ${what}`;
  return { text: t`${who} changed the ${field} of ${count} of ${what}`, short, values, tells: [] };
}

function variantsText(variants: number): string {
  return plural({ count: variants }, { one: '# variant', other: '# variants' });
}
