import type { WithDatabase } from '@lantern/db/database';
import { SavedView } from '@lantern/db/models/saved-view';
import { User } from '@lantern/db/models/user';
import { duplicateColumn } from '@lantern/db/query';
import { notFound, ShopError } from '../../shared/shop-error.ts';
import { sortedByText } from '../../shared/sorted-by-text.ts';
import { MAX_VIEWS, type SaveView, type ViewedList } from './schema.ts';

/** A list's filters under a name. */
export interface View {
  id: number;
  name: string;
  /** For the URL of the list's page, without a question mark. */
  query: string;
}

/** An admin's own views of a list, sorted by name. */
export async function listViews(userId: number, list: ViewedList): Promise<View[]> {
  const rows = await SavedView.findAll({ where: { userId, list }, order: ['id'], limit: MAX_VIEWS });
  return sortedByText(rows, ({ name }) => name).map(viewOf);
}

/**
 * Creates a view of an admin's own, or changes one.
 * @throws {ShopError} NOT_FOUND, for another admin's too; CONFLICT `name_taken` or `too_many_views`.
 */
export function saveView(services: WithDatabase, userId: number, { id, ...fields }: SaveView): Promise<View> {
  return services.database.transaction(async () => {
    if (id === undefined) return createView({ ...fields, userId });
    const view = await lockView(userId, id);
    if (view.list !== fields.list) throw notFound('view');
    return viewOf(await view.update(fields).catch(orNameTaken));
  });
}

/** @throws {ShopError} NOT_FOUND, for another admin's too. */
export function removeView(services: WithDatabase, userId: number, id: number): Promise<void> {
  return services.database.transaction(async () => (await lockView(userId, id)).destroy());
}

/**
 * Inserts a view, with its former id if it is one that was removed; call it in a transaction.
 * @throws {ShopError} NOT_FOUND for the user; CONFLICT `name_taken` or `too_many_views`.
 */
export async function createView(row: SaveView & { userId: number }): Promise<View> {
  const { userId, list } = row;
  // Its lock lets an admin's views be made one after the other, so that two tabs do not make one too many.
  const owner = await User.findByPk(userId, { attributes: ['id'], lock: true });
  if (!owner) throw notFound('user');
  if ((await SavedView.count({ where: { userId, list } })) >= MAX_VIEWS) {
    throw new ShopError('CONFLICT', `You have ${MAX_VIEWS} views of this list already. Delete one first.`, {
      reason: 'too_many_views',
    });
  }
  return viewOf(await SavedView.create(row).catch(orNameTaken));
}

async function lockView(userId: number, id: number): Promise<SavedView> {
  const view = await SavedView.findOne({ where: { id, userId }, lock: true });
  if (!view) throw notFound('view');
  return view;
}

function viewOf({ id, name, query }: SavedView): View {
  return { id, name, query };
}

function orNameTaken(error: unknown): never {
  if (duplicateColumn(error) === null) throw error;
  throw new ShopError('CONFLICT', 'You already have a view with this name.', {
    reason: 'name_taken',
    fieldErrors: { name: ['You already have a view with this name.'] },
  });
}
