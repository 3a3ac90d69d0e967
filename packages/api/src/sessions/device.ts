import type { DeviceKind } from '@lantern/db/models/session';
import Bowser from 'bowser';

/** What somebody logged in with, as far as the browser says. */
export interface Device {
  /** As `Firefox`. */
  browser: string | null;
  /** As `Windows`. */
  system: string | null;
  device: DeviceKind | null;
}

const MAX_NAME = 40;
/** A program can call itself anything, an address that a mail makes a link of included. */
const NAME = /^[\p{L}\d][\p{L}\d -]*$/u;
/** Longer than those of browsers; patterns take longer on longer texts. */
const MAX_USER_AGENT = 500;

const kinds: Record<string, DeviceKind> = { desktop: 'desktop', mobile: 'phone', tablet: 'tablet' };

/** Reads the `User-Agent` header. Versions are left out: people recognise a device without them. */
export function deviceOf(userAgent: string | undefined): Device {
  if (!userAgent) return { browser: null, system: null, device: null };
  const { browser, os, platform } = Bowser.parse(userAgent.slice(0, MAX_USER_AGENT));
  return {
    browser: nameOf(browser.name),
    system: nameOf(os.name),
    device: kinds[platform.type ?? ''] ?? null,
  };
}

function nameOf(given: string | undefined): string | null {
  return given && NAME.test(given) ? given.slice(0, MAX_NAME) : null;
}
