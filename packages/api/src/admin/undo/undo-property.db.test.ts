import { soak } from '@lantern/db/testing/soak';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { activityHead } from '../../activity/service.ts';
import { startTestServices, type TestServices } from '../../testing/test-services.ts';

type Admin = Awaited<ReturnType<TestServices['admin']>>['api']['admin'];
type Product = Awaited<ReturnType<Admin['products']['byId']>>;

let t: TestServices;
let admin: Admin;
beforeAll(async () => {
  t = await startTestServices();
  ({ admin } = (await t.admin()).api);
  await admin.categories.create({ name: 'Home' });
  for (const name of ['Lamps', 'Rugs']) await admin.categories.create({ name, parentSlug: 'home' });
});
afterAll(() => t[Symbol.asyncDispose]());

/** SKUs that are ambiguous in field names such as `variants.A.B.stock`. */
const skus = ['A', 'A.B', 'A.stock', 'A.options', 'C'];

const variant = fc.record({
  /** The index of the current variant it is based on; a new one if there is none. */
  from: fc.nat({ max: 5 }),
  priceCents: fc.constantFrom(0, 100, 2500),
  stock: fc.constantFrom(0, 1, 7),
  glaze: fc.constantFrom('Red', 'Blue'),
});
const variants = fc.tuple(
  fc.boolean(),
  fc.shuffledSubarray(skus, { minLength: 1 }),
  fc.array(variant, { minLength: skus.length, maxLength: skus.length }),
);
const image = fc.record({
  url: fc.constantFrom('/media/a.webp', '/media/b.webp', '/media/c.webp'),
  alt: fc.constantFrom('', 'A', 'B'),
});
const edit = fc.record(
  {
    name: fc.constantFrom('Mug', 'Cup', 'Jug'),
    description: fc.constantFrom('', 'One.\nTwo.'),
    tagline: fc.constantFrom(null, 'Fired twice'),
    status: fc.constantFrom('draft', 'active', 'archived'),
    categorySlugs: fc.shuffledSubarray(['home', 'lamps', 'rugs']),
    images: fc.array(image, { maxLength: 3 }),
    variants,
  },
  { requiredKeys: [] },
);
type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never;

/** Variants as the editor sends them: based on a current one or new, all with the same option names. */
function chosenVariants([glazed, names, values]: NonNullable<Edit['variants']>, { variants }: Product, run: string) {
  const free = variants.map(({ id }) => id);
  return names.map((sku, n) => {
    const { from = 9, priceCents = 0, stock = 0, glaze = '' } = values[n] ?? {};
    const id = free[from];
    delete free[from];
    const options = { Size: `${n}`, ...(glazed && { Glaze: glaze }) };
    return { id, sku: `${run}-${sku}`, options, priceCents, stock };
  });
}

const comparable = ({ version, updatedAt, variants, categorySlugs, ...rest }: Product) => ({
  ...rest,
  categorySlugs: categorySlugs.toSorted(),
  variants: variants.map(({ id, ...values }) => values),
});

test('undoing any sequence of edits in reverse restores every earlier state', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 5 }), async (edits) => {
      const run = crypto.randomUUID();
      const { id } = await admin.products.create({
        name: 'Mug',
        description: '',
        status: 'draft',
        categorySlugs: ['lamps'],
        images: [{ url: '/media/a.webp', alt: 'A' }],
        variants: [{ sku: `${run}-A`, options: { Size: 'S' }, priceCents: 100, stock: 1 }],
      });
      const history: { seq: number; before: Product }[] = [];
      for (const { variants: edited, ...fields } of edits) {
        const before = await admin.products.byId({ id });
        const variants = edited && chosenVariants(edited, before, run);
        await admin.products.update({ id, version: before.version, ...fields, ...(variants && { variants }) });
        const { seq } = await activityHead();
        if (seq !== history.at(-1)?.seq && (await admin.products.byId({ id })).version > before.version) {
          history.push({ seq, before });
        }
      }
      for (const { seq, before } of history.toReversed()) {
        await admin.activity.undo({ seq });
        expect(comparable(await admin.products.byId({ id }))).toEqual(comparable(before));
      }
    }),
    { numRuns: soak(10, 100) },
  );
});
