import { setTimeout as sleep } from 'node:timers/promises';
import type { WithDatabase } from '@lantern/db/database';
import { Product } from '@lantern/db/models/product';
import { User } from '@lantern/db/models/user';
import { type ActivityFeed, followActivity } from './activity/feed.ts';
import { activityHead, timeOfEntry } from './activity/service.ts';
import { ModelKeeper } from './catalog/model/keeper.ts';
import type { CatalogModel } from './catalog/model/model.ts';
import type { ModelPosition } from './catalog/model-file/store.ts';
import type { Logger } from './shared/logger.ts';
import { untilAborted } from './shared/until-aborted.ts';
import type { SharedState } from './shared-state/shared-state.ts';
import { followStockMoves, newestOrderEvent, productsInOrder } from './stock/stock-moves.ts';

/** How many earlier events of orders are read again by a model that is built now. */
const EARLIER_EVENTS = 500;

interface KeptServices extends WithDatabase {
  feed: ActivityFeed;
  shared: SharedState;
  log: Logger;
}

/**
 * Keeps the catalogue model in step with the database until `signal` aborts: builds it unless its file is one of this
 * database, then follows the activity log and the orders of all servers.
 */
export async function keepModel(services: KeptServices, model: CatalogModel, signal: AbortSignal): Promise<void> {
  await untilAborted(services.log, signal, 'the catalogue', async () => {
    const keeper = await prepare(services, model);
    if (signal.aborted) return;
    const { activity, stock } = services.database;
    const onWritten = (seq: number) => model.await(seq);
    const onMoved = (productIds: number[]) => keeper.stockMoved(productIds);
    activity.on('written', onWritten);
    stock.on('moved', onMoved);
    // Whatever was committed before these listeners were there.
    model.await((await activityHead()).seq);
    await Promise.all([
      followLog(services, keeper, signal),
      followStock(services, keeper, signal),
      review(services, keeper, model, signal),
    ]);
    activity.off('written', onWritten);
    stock.off('moved', onMoved);
    await keeper.stop();
  });
}

async function prepare(services: KeptServices, model: CatalogModel): Promise<ModelKeeper> {
  const now = await positionOf(services);
  const kept = await model.writer.position();
  const isOurs =
    kept?.store === now.store &&
    kept.at === (await timeOfEntry(kept.seq)) &&
    kept.orderEventId <= (await newestOrderEvent(services));
  const keeper = new ModelKeeper(model, services.log, isOurs ? kept : now);
  if (isOurs) await keeper.resume();
  else await keeper.build();
  return keeper;
}

/** Where a model stands that is built from what can be read after this. */
async function positionOf(services: KeptServices): Promise<ModelPosition> {
  // Some with lower ids may not have been committed.
  const orderEventId = Math.max(0, (await newestOrderEvent(services)) - EARLIER_EVENTS);
  const { seq } = await activityHead();
  return { store: await identity(), seq, at: await timeOfEntry(seq), orderEventId };
}

/** Tells stores apart, and a store before it was filled, which is not logged, from after: by their first rows. */
async function identity(): Promise<string> {
  const oldest = { attributes: ['createdAt'], order: ['id'], raw: true };
  const rows = [await User.findOne(oldest), await Product.findOne(oldest)];
  return rows.map((row) => row?.createdAt.toISOString() ?? 'none').join();
}

async function followLog(services: KeptServices, keeper: ModelKeeper, signal: AbortSignal): Promise<void> {
  await untilAborted(services.log, signal, 'the activity log', async () => {
    for await (const { seq, at, entity } of followActivity(services.feed, keeper.position.seq, signal)) {
      if (entity.type === 'product') keeper.productsChanged([Number(entity.id)]);
      else if (entity.type === 'category') keeper.categoryChanged(Number(entity.id));
      else if (entity.type === 'term') keeper.termChanged(entity.label);
      else if (entity.type === 'synonym') keeper.synonymsChanged();
      // What this order gives back to the stock must show together with its entry.
      else if (entity.type === 'order') keeper.productsChanged(await productsInOrder(services, entity.id));
      keeper.position = { ...keeper.position, seq, at };
      keeper.catchUp();
    }
  });
}

async function followStock(services: KeptServices, keeper: ModelKeeper, signal: AbortSignal): Promise<void> {
  await untilAborted(services.log, signal, 'the stock', async () => {
    const moves = followStockMoves(services, keeper.position.orderEventId, signal);
    for await (const { productIds, throughEventId } of moves) {
      keeper.stockChanged(productIds);
      keeper.position = { ...keeper.position, orderEventId: throughEventId };
      keeper.knowsStock = true;
      keeper.catchUp();
    }
  });
}

async function review(
  services: KeptServices,
  keeper: ModelKeeper,
  { reviewPauseMs }: CatalogModel,
  signal: AbortSignal,
): Promise<void> {
  await untilAborted(services.log, signal, 'the catalogue', async () => {
    while (!signal.aborted) {
      await sleep(reviewPauseMs, undefined, { signal }).catch(() => undefined);
      if (!signal.aborted) await keeper.review();
    }
  });
}
