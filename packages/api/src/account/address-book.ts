import type { WithDatabase } from '@lantern/db/database';
import { Address as AddressModel } from '@lantern/db/models/address';
import { User } from '@lantern/db/models/user';
import { notFound, ShopError } from '../shared/shop-error.ts';
import type { Address, SaveAddressInput } from './schema.ts';

/** Far more than anyone needs, so that a list is always short. */
const MAX_ADDRESSES = 20;

/** An address in a user's address book. */
export interface SavedAddress extends Address {
  id: number;
  /** It fills in the checkout. */
  isDefault: boolean;
}

const fields = ['fullName', 'line1', 'line2', 'city', 'region', 'postalCode', 'country', 'phone'] as const;

/** The default address; null if there is none. */
export async function shippingAddress(userId: number): Promise<Address | null> {
  return AddressModel.findOne({ where: { defaultOf: userId }, attributes: [...fields], raw: true });
}

/** Replaces the default address. Existing orders keep theirs. */
export async function updateShipping({ database }: WithDatabase, userId: number, address: Address): Promise<Address> {
  await database.transaction(async () => {
    const current = (await lockBook(userId)).find(({ defaultOf }) => defaultOf !== null);
    if (current) await current.update(address);
    else await AddressModel.create({ userId, defaultOf: userId, ...address });
  });
  return address;
}

/** All addresses of a user, the default first, then from the oldest to the newest. */
export async function savedAddresses(userId: number): Promise<SavedAddress[]> {
  const attributes = ['id', 'defaultOf', ...fields];
  const rows = await AddressModel.findAll({ where: { userId }, attributes, order: ['id'], raw: true });
  return rows
    .map(({ defaultOf, ...address }) => ({ ...address, isDefault: defaultOf !== null }))
    .sort((a, b) => Number(b.isDefault) - Number(a.isDefault));
}

/**
 * Adds an address, or replaces the one with this id. The first one is the default. Existing orders keep theirs.
 * @throws {ShopError} NOT_FOUND, CONFLICT `too_many_addresses`.
 */
export function saveAddress(
  { database }: WithDatabase,
  userId: number,
  { id, ...address }: SaveAddressInput,
): Promise<SavedAddress[]> {
  return database.transaction(async () => {
    const book = await lockBook(userId);
    if (id !== undefined) await findIn(book, id).update(address);
    else if (book.length >= MAX_ADDRESSES) throw tooMany();
    else await AddressModel.create({ userId, defaultOf: book.length === 0 ? userId : null, ...address });
    return savedAddresses(userId);
  });
}

/** Removes an address; of those left, the oldest takes the place of a default. @throws {ShopError} NOT_FOUND. */
export function removeAddress({ database }: WithDatabase, userId: number, id: number): Promise<SavedAddress[]> {
  return database.transaction(async () => {
    const book = await lockBook(userId);
    const removed = findIn(book, id);
    await removed.destroy();
    const next = book.find((address) => address !== removed);
    if (removed.defaultOf !== null) await next?.update({ defaultOf: userId });
    return savedAddresses(userId);
  });
}

/** Makes an address the default instead of the one that is. @throws {ShopError} NOT_FOUND. */
export function setDefaultAddress({ database }: WithDatabase, userId: number, id: number): Promise<SavedAddress[]> {
  return database.transaction(async () => {
    const book = await lockBook(userId);
    const chosen = findIn(book, id);
    // First, since the database allows one.
    await AddressModel.update({ defaultOf: null }, { where: { defaultOf: userId } });
    await AddressModel.update({ defaultOf: userId }, { where: { id: chosen.id } });
    return savedAddresses(userId);
  });
}

/** A user's addresses, which no one else changes meanwhile: the user is locked, because a book may be empty. */
async function lockBook(userId: number): Promise<AddressModel[]> {
  await User.findByPk(userId, { attributes: ['id'], lock: true });
  return AddressModel.findAll({ where: { userId }, order: ['id'] });
}

function findIn(book: AddressModel[], id: number): AddressModel {
  const found = book.find((address) => address.id === id);
  if (!found) throw notFound('address');
  return found;
}

function tooMany(): ShopError {
  return new ShopError('CONFLICT', `You can keep up to ${MAX_ADDRESSES} addresses. Remove one first.`, {
    reason: 'too_many_addresses',
  });
}
