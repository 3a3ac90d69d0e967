import { ActivityEntry } from '@lantern/db/models/activity-entry';
import { Op } from '@lantern/db/query';
import { activityHead } from '../../activity/service.ts';
import { glossarySources, type Sources } from './sources.ts';

/** Whose changes can change what there is to translate, as the log calls them. */
const SAYING = ['product', 'delivery_method'];

/**
 * The texts that can be translated, read once until the log says that a product or a delivery method has changed: to read
 * the whole catalogue takes long, and whoever translates opens the list again and again.
 */
export class KeptSources {
  #kept: { seq: number; sources: Promise<Sources> } | null = null;

  /** As of now, whoever has changed something. */
  async read(): Promise<Sources> {
    // Before anything is read: what is changed meanwhile is read again the next time.
    const { seq } = await activityHead();
    if (!this.#kept || (await isChangedSince(this.#kept.seq))) {
      const kept = { seq, sources: glossarySources() };
      this.#kept = kept;
      kept.sources.catch(() => {
        if (this.#kept === kept) this.#kept = null;
      });
    }
    return this.#kept.sources;
  }
}

/** Goes through what is newer in the log, and so little of it. */
async function isChangedSince(seq: number): Promise<boolean> {
  const where = { seq: { [Op.gt]: seq }, entityType: SAYING };
  const entry = await ActivityEntry.findOne({ where, attributes: ['seq'], order: ['seq'], raw: true });
  return entry !== null;
}
