import { isolated } from '@lantern/text/isolated';
import { z } from 'zod';
import { button, paragraph } from '../../mail-layout/content.ts';
import { template } from '../template.ts';

/** About a login where the account has not been logged in before. */
export const newDevice = template({
  schema: z.object({
    /** What the browser calls itself and its system; null if it does not say. */
    browser: z.string().nullable(),
    system: z.string().nullable(),
    /** ISO 8601, UTC. */
    at: z.string(),
  }),
  occasion: 'When somebody logs in on a device where they have not been logged in before.',
  example: { browser: 'Firefox', system: 'Windows', at: '2026-11-29T06:00:00.000Z' },
  values: ({ browser, system, at }, { words, formatMoment }) => {
    const { on, unknown } = words.mails.new_device;
    const device = browser && system ? on(browser, system) : (browser ?? system);
    return { device: device === null ? unknown : isolated(device), time: formatMoment(at) };
  },
  blocks: (_data, { links, words }) => [
    button(words.mails.new_device.sessions, links.to('/account')),
    paragraph(words.mails.new_device.notYou),
  ],
});
