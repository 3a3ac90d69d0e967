import { Category } from '@lantern/db/models/category';

/** All categories, as read in one transaction. */
export class CategoryTree {
  readonly #byId: Map<number, Category>;
  readonly #bySlug: Map<string, Category>;

  constructor(readonly rows: Category[]) {
    this.#byId = new Map(rows.map((row) => [row.id, row]));
    this.#bySlug = new Map(rows.map((row) => [row.slug, row]));
  }

  byId(id: number): Category | undefined {
    return this.#byId.get(id);
  }

  bySlug(slug: string): Category | undefined {
    return this.#bySlug.get(slug);
  }

  /** Nearest first, each once, even if the way up is a circle. */
  ancestors(category: Category): Category[] {
    const above: Category[] = [];
    for (let { parentId } = category; parentId !== null; ) {
      const parent = this.#byId.get(parentId);
      if (!parent || parent === category || above.includes(parent)) break;
      above.push(parent);
      parentId = parent.parentId;
    }
    return above;
  }

  /** The direct children, by position; for null, the top-level categories. */
  children(parentId: number | null): Category[] {
    return this.rows.filter((row) => row.parentId === parentId).sort((a, b) => a.position - b.position || a.id - b.id);
  }

  /** The number of levels of its branch, including its own. */
  height(category: Category): number {
    return this.#levels(category).length;
  }

  /** The category with all its descendants, level by level. */
  branch(category: Category): Category[] {
    return this.#levels(category).flat();
  }

  /** Each category once, even if the parents of a damaged database form a circle. */
  #levels(top: Category): Category[][] {
    const passed = new Set<Category>();
    const levels: Category[][] = [];
    for (let level = [top]; level.length > 0; ) {
      levels.push(level);
      for (const category of level) passed.add(category);
      level = level.flatMap(({ id }) => this.children(id)).filter((child) => !passed.has(child));
    }
    return levels;
  }
}

/**
 * The whole tree, locked until the transaction ends. Every change to the tree or to a product's categories
 * locks it first, by ascending id, so that such changes are serialized and none relies on a tree that another
 * one is changing.
 */
export async function lockTree(): Promise<CategoryTree> {
  return new CategoryTree(await Category.findAll({ order: ['id'], lock: true }));
}
