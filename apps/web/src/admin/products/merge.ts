import { formatCents } from '@lantern/ui/format';
import { optionsText } from '../../lib/paths.ts';
import type { PictureDraft, ProductDraft, VariantDraft } from './draft.ts';
import { statusWords } from './status.ts';
import { type Side, ThreeWay, type Versions } from './three-way.ts';

/**
 * Makes one of two edits of a product: `base` is what both began with, `mine` is the form, `theirs` is
 * what the shop has now. Categories never conflict; variants are the same by id, pictures by address.
 */
export function mergeProducts(
  { base, mine, theirs }: Record<'base' | Side, ProductDraft>,
  choices: Readonly<Record<string, Side>>,
) {
  const merge = new ThreeWay(choices);
  function field<Key extends keyof ProductDraft>(
    path: Key,
    label: string,
    text: (value: ProductDraft[Key]) => string,
  ): ProductDraft[Key] {
    return merge.value({ path, label, text }, { base: base[path], mine: mine[path], theirs: theirs[path] });
  }
  const draft: ProductDraft = {
    name: field('name', 'Name', orEmpty),
    slug: field('slug', 'URL', orEmpty),
    description: field('description', 'Description', orEmpty),
    highlight: field('highlight', 'Card line', orEmpty),
    status: field('status', 'Status', (status) => statusWords[status]),
    categorySlugs: merge.list(categories, {
      base: base.categorySlugs,
      mine: mine.categorySlugs,
      theirs: theirs.categorySlugs,
    }),
    images: merge.list(
      {
        name: 'pictures',
        keyOf: ({ url }) => url,
        subject: pictureText,
        summary: pictureText,
        merge: (path, versions) => mergePicture(merge, path, versions),
      },
      { base: base.images, mine: mine.images, theirs: theirs.images },
    ),
    variants: merge.list(
      {
        name: 'variants',
        keyOf: ({ id, sku }) => (id === undefined ? `new ${sku}` : String(id)),
        subject: ({ sku }) => sku,
        summary: ({ priceCents, stock }) => `${formatCents(priceCents)}, ${stock} in stock`,
        merge: (path, versions) => mergeVariant(merge, path, versions),
      },
      { base: base.variants, mine: adopted(mine.variants, theirs.variants), theirs: theirs.variants },
    ),
  };
  return { draft, conflicts: merge.conflicts, taken: merge.taken };
}

function mergeVariant(merge: ThreeWay, path: string, { base, mine, theirs }: Versions<VariantDraft>): VariantDraft {
  function field<Key extends keyof VariantDraft>(
    key: Key,
    label: string,
    text: (value: VariantDraft[Key]) => string,
  ): VariantDraft[Key] {
    const words = { path: `${path}/${key}`, label: `${label} of ${theirs.sku}`, text };
    return merge.value(words, { base: base?.[key], mine: mine[key], theirs: theirs[key] });
  }
  return {
    id: theirs.id,
    sku: field('sku', 'SKU', orEmpty),
    options: field('options', 'Options', (options) => orEmpty(optionsText(options))),
    priceCents: field('priceCents', 'Price', formatCents),
    stock: field('stock', 'Stock', String),
  };
}

function mergePicture(merge: ThreeWay, path: string, { base, mine, theirs }: Versions<PictureDraft>): PictureDraft {
  const words = { path: `${path}/alt`, label: 'Image description', text: orEmpty };
  return { url: theirs.url, alt: merge.value(words, { base: base?.alt, mine: mine.alt, theirs: theirs.alt }) };
}

const categories = {
  name: 'categories',
  keyOf: (slug: string) => slug,
  subject: (slug: string) => `Category ${slug}`,
  summary: () => 'Included',
  merge: (_path: string, { theirs }: Versions<string>) => theirs,
};

/** A new variant of mine that the shop has got meanwhile under the same SKU is that one, and no second. */
function adopted(mine: VariantDraft[], theirs: VariantDraft[]): VariantDraft[] {
  return mine.map((variant) =>
    variant.id === undefined ? { ...variant, id: theirs.find(({ sku }) => sku === variant.sku)?.id } : variant,
  );
}

function pictureText({ url, alt }: PictureDraft): string {
  return `Image ${alt ? `“${alt}”` : url.slice(url.lastIndexOf('/') + 1)}`;
}

function orEmpty(text: string | null | undefined): string {
  return text || 'Empty';
}
