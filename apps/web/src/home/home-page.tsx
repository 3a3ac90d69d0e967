import { Benefits } from '@lantern/ui/benefits';
import { Button } from '@lantern/ui/button';
import { formatShortCents } from '@lantern/ui/format';
import { Hero } from '@lantern/ui/hero';
import { Page, Section } from '@lantern/ui/page';
import { plural, t } from '@lingui/core/macro';
import headphones from '@lobehub/fluent-emoji-modern/assets/1f3a7.svg';
import backpack from '@lobehub/fluent-emoji-modern/assets/1f392.svg';
import teapot from '@lobehub/fluent-emoji-modern/assets/1fad6.svg';
import { useQuery } from '@tanstack/react-query';
import { Headset, RotateCcw, Truck } from 'lucide-react';
import { homeHead } from '../head/home-head.ts';
import { useTRPC } from '../lib/trpc.ts';
import { useDeliveryTerms } from '../lib/use-delivery.ts';
import { useHead } from '../page/page-answer.tsx';
import { CategoryGrid } from './category-grid.tsx';
import { ProductRow } from './product-row.tsx';

export function Component() {
  useHead(homeHead);
  const { data: categories, isError } = useQuery(useTRPC().catalog.categories.queryOptions());
  const terms = useDeliveryTerms();
  const total = categories?.reduce((sum, { productCount }) => sum + productCount, 0);
  return (
    <Page>
      <Hero
        title={t`Things that earn their place.`}
        text={
          total === undefined
            ? t`Objects for kitchen, desk and trail, chosen to be used every day.`
            : plural(total, {
                one: '# object for kitchen, desk and trail, chosen to be used every day.',
                other: '# objects for kitchen, desk and trail, chosen to be used every day.',
              })
        }
        images={[teapot, headphones, backpack]}
        actions={
          <Button variant="primary" href="/all">
            {t`See what's new`}
          </Button>
        }
      />
      {!isError && <CategoryGrid categories={categories} />}
      <ProductRow title={t`New this week`} filters={{ sort: 'newest' }} count={8} />
      <ProductRow
        title={t`Small finds under ${{ price: formatShortCents(2000) }}`}
        filters={{ sort: 'price_desc', maxPriceCents: 2000, inStock: true }}
        count={4}
        extra
      />
      <Section>
        <Benefits
          items={[
            {
              title: terms?.time ?? t`Delivered to your door`,
              text: terms ? `${terms.price}.` : '',
              icon: <Truck aria-hidden="true" />,
            },
            { title: t`30-day returns`, text: t`Free, for unused items.`, icon: <RotateCcw aria-hidden="true" /> },
            { title: t`Real people`, text: t`Answers within one working day.`, icon: <Headset aria-hidden="true" /> },
          ]}
        />
      </Section>
    </Page>
  );
}
