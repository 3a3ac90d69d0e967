import { formatCents } from '@lantern/ui/format';
import { t } from '@lingui/core/macro';
import { optionsText } from '../../lib/paths.ts';
import { productFieldNames, productFields } from '../fields/product-fields.ts';
import { type Texts, textLabel, textNames } from '../fields/translated-texts.ts';
import { type Scalar, textOf, type VariantColumn, variantColumns, variantFields } from '../fields/variant-fields.ts';
import type { ImageDraft, ProductDraft, VariantDraft } from './draft.ts';
import type { FactDraft } from './fact-lines.ts';
import { type Side, ThreeWay, type Versions } from './three-way.ts';

/**
 * Merges two edits of a product: `base` is what both started from, `mine` is the form, `theirs` is what the store has
 * now. Categories never conflict; variants match by id, images by URL, facts by name. If items may have been `sold`, the typed stock
 * is applied as a difference to what is left.
 */
export function mergeProducts(
  { base, mine, theirs }: Record<'base' | Side, ProductDraft>,
  choices: Readonly<Record<string, Side>>,
  sold = false,
) {
  const merge = new ThreeWay(choices);
  const own = { ...theirs };
  function mergeField<Name extends (typeof productFieldNames)[number]>(path: Name): void {
    const { label, text } = productFields[path];
    const versions = { base: base[path], mine: mine[path], theirs: theirs[path] };
    own[path] = merge.value<ProductDraft[Name]>({ path, label: t(label), text }, versions);
  }
  for (const name of productFieldNames) mergeField(name);
  const draft: ProductDraft = {
    ...own,
    texts: mergeTexts(merge, { base: base.texts, mine: mine.texts, theirs: theirs.texts }),
    categorySlugs: merge.list(categories(), {
      base: base.categorySlugs,
      mine: mine.categorySlugs,
      theirs: theirs.categorySlugs,
    }),
    specification: merge.list(
      {
        name: 'specification',
        order: t`Order of specification`,
        keyOf: ({ name }) => name.toLowerCase(),
        subject: ({ name }) => name,
        summary: ({ value }) => value,
        merge: (path, versions) => mergeFact(merge, path, versions),
      },
      { base: base.specification, mine: mine.specification, theirs: theirs.specification },
    ),
    images: merge.list(
      {
        name: 'images',
        order: t`Order of images`,
        keyOf: ({ url }) => url,
        subject: imageText,
        summary: imageText,
        merge: (path, versions) => mergeImage(merge, path, versions),
      },
      { base: base.images, mine: mine.images, theirs: theirs.images },
    ),
    variants: merge.list(
      {
        name: 'variants',
        order: t`Order of variants`,
        keyOf: ({ id, sku }) => (id === undefined ? `new ${sku}` : String(id)),
        subject: ({ sku }) => sku,
        summary: ({ priceCents, stock }) => t`${{ price: formatCents(priceCents) }}, ${stock} in stock`,
        merge: (path, versions) =>
          mergeVariant(merge, path, versions, { sold, images: [...mine.images, ...theirs.images] }),
      },
      { base: base.variants, mine: adopted(mine.variants, theirs.variants), theirs: theirs.variants },
    ),
  };
  return { draft, conflicts: merge.conflicts, taken: merge.taken };
}

function mergeTexts(merge: ThreeWay, { base, mine, theirs }: Versions<ProductDraft['texts']>): ProductDraft['texts'] {
  const merged: ProductDraft['texts'] = {};
  for (const [language, current] of Object.entries(theirs)) {
    const own: Texts = { ...current };
    for (const name of textNames) {
      const words = { path: `texts/${language}/${name}`, label: textLabel(language, name), text: textOf };
      const [before, typed] = [base?.[language]?.[name], mine[language]?.[name] ?? null];
      own[name] = merge.value<string | null>(words, { base: before, mine: typed, theirs: current[name] });
    }
    merged[language] = own;
  }
  return merged;
}

function mergeVariant(
  merge: ThreeWay,
  path: string,
  { base, mine, theirs }: Versions<VariantDraft>,
  { sold, images }: { sold: boolean; images: ImageDraft[] },
): VariantDraft {
  const merged = { ...theirs };
  function mergeField<Name extends VariantColumn>(name: Name): void {
    const { label, text } = variantFields[name];
    const pictureText = (shown: Scalar) => {
      const image = images.find(({ url }) => url === shown);
      return image ? imageText(image) : textOf(null);
    };
    const words = {
      path: `${path}/${name}`,
      label: t`${{ label: t(label) }} of ${{ variant: theirs.sku }}`,
      text: name === 'imageUrl' ? pictureText : text,
    };
    const versions = { base: base?.[name], mine: mine[name], theirs: theirs[name] };
    merged[name] = merge.value<VariantDraft[Name]>(words, versions);
  }
  const options = {
    path: `${path}/options`,
    label: t`Options of ${{ variant: theirs.sku }}`,
    text: (chosen: VariantDraft['options']) => textOf(optionsText(chosen)),
  };
  merged.options = merge.value(options, { base: base?.options, mine: mine.options, theirs: theirs.options });
  for (const name of variantColumns) {
    if (name === 'stock' && base && sold) merged.stock = mergeStock(merge, path, { base, mine, theirs });
    else mergeField(name);
  }
  return merged;
}

/**
 * The typed stock counts as a difference, so that sales are kept. It is a conflict when stock has grown, since someone
 * may have counted it, or when less is left than was taken away.
 */
function mergeStock(
  merge: ThreeWay,
  path: string,
  { base, mine, theirs }: Record<'base' | Side, VariantDraft>,
): number {
  const words = { path: `${path}/stock`, label: t`Stock of ${{ name: theirs.sku }}` };
  const [before, typed, now] = [base.stock, mine.stock, theirs.stock];
  const { text } = variantFields.stock;
  const sum = now + typed - before;
  if (now === before || typed === before || !(sum >= 0))
    return merge.value({ ...words, text }, { base: before, mine: typed, theirs: now });
  const how = t`${{ before: text(before) }} → ${{ after: text(typed) }} typed`;
  if (now > before) {
    const sumText = t`${{ sum: text(sum) }} (${how}, ${{ more: text(now - before) }} more meanwhile)`;
    const textOfSide = (stock: number) => (stock === sum ? sumText : text(stock));
    return merge.value({ ...words, text: textOfSide }, { base: before, mine: sum, theirs: now });
  }
  merge.taken.push({
    ...words,
    value: t`${how}, ${{ sold: text(before - now) }} sold meanwhile: ${{ sum: text(sum) }}`,
    from: 'both',
  });
  return sum;
}

function mergeImage(merge: ThreeWay, path: string, { base, mine, theirs }: Versions<ImageDraft>): ImageDraft {
  const words = { path: `${path}/alt`, label: t`Image description`, text: textOf };
  return { url: theirs.url, alt: merge.value(words, { base: base?.alt, mine: mine.alt, theirs: theirs.alt }) };
}

function mergeFact(merge: ThreeWay, path: string, { base, mine, theirs }: Versions<FactDraft>): FactDraft {
  const words = { path, label: theirs.name, text: ({ value }: FactDraft) => value };
  return merge.value(words, { base, mine, theirs });
}

const categories = () => ({
  name: 'categories',
  order: t`Order of categories`,
  keyOf: (slug: string) => slug,
  subject: (slug: string) => t`Category ${{ name: slug }}`,
  summary: () => t`Included`,
  merge: (_path: string, { theirs }: Versions<string>) => theirs,
});

/** A new variant of mine that the store already has under the same SKU is treated as the same one. */
function adopted(mine: VariantDraft[], theirs: VariantDraft[]): VariantDraft[] {
  return mine.map((variant) =>
    variant.id === undefined ? { ...variant, id: theirs.find(({ sku }) => sku === variant.sku)?.id } : variant,
  );
}

function imageText({ url, alt }: ImageDraft): string {
  return alt ? t`Image “${alt}”` : t`Image ${{ file: url.slice(url.lastIndexOf('/') + 1) }}`;
}
