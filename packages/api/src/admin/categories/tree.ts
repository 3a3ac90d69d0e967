import { Category } from '@lantern/db/models/category';

/** The categories as they stand in one transaction. */
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

  /** Those above it, the nearest first. */
  ancestors(category: Category): Category[] {
    const above: Category[] = [];
    for (let { parentId } = category; parentId !== null; ) {
      const parent = this.#byId.get(parentId);
      if (!parent) break;
      above.push(parent);
      parentId = parent.parentId;
    }
    return above;
  }

  /** Those right below it (null: at the top), in their order. */
  children(parentId: number | null): Category[] {
    return this.rows.filter((row) => row.parentId === parentId).sort((a, b) => a.position - b.position || a.id - b.id);
  }

  /** How many levels it takes up, itself included. */
  height(category: Category): number {
    return 1 + Math.max(0, ...this.children(category.id).map((child) => this.height(child)));
  }

  /** It and everything below it. */
  branch(category: Category): Category[] {
    return [category, ...this.children(category.id).flatMap((child) => this.branch(child))];
  }
}

/**
 * The whole tree, locked until the transaction ends. Whoever changes it or puts products into its categories
 * takes it first, in the order of ids: changes then happen one after the other, and nobody builds on
 * what another is just moving.
 */
export async function lockTree(): Promise<CategoryTree> {
  return new CategoryTree(await Category.findAll({ order: ['id'], lock: true }));
}
