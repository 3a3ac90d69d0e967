import { CategoryTile } from '@lantern/ui/category-tile';
import { CategoryTiles } from '@lantern/ui/category-tiles';
import { Section } from '@lantern/ui/page';
import { SectionHead } from '@lantern/ui/section-head';
import { SkeletonBox } from '@lantern/ui/skeleton';
import { t } from '@lingui/core/macro';
import type { Category } from '../lib/category-tree.ts';
import { categoryPath } from '../lib/paths.ts';
import './category-grid.css';

const USUAL_COUNT = 8;

/** The top-level categories as tiles. */
export function CategoryGrid({ categories }: { categories: Category[] | undefined }) {
  return (
    <Section labelledBy="categories">
      <SectionHead id="categories" title={t`Shop by category`} />
      <CategoryTiles>
        {categories
          ? categories.map(({ slug, name, productCount, imageUrl, accent }) => (
              <CategoryTile
                key={slug}
                href={categoryPath(slug)}
                name={name}
                count={productCount}
                imageUrl={imageUrl}
                accent={accent}
              />
            ))
          : Array.from({ length: USUAL_COUNT }, (_, place) => place).map((place) => (
              <div key={place} className="category-grid__waiting">
                <SkeletonBox />
              </div>
            ))}
      </CategoryTiles>
    </Section>
  );
}
