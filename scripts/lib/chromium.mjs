import { aptInstall, canInstall, firstExisting } from './apt.mjs';

const find = () =>
  firstExisting([
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ]);

/** The path of Chromium for the browser tests; installs it if possible. @throws if there is none. */
export async function chromium() {
  if (!find() && canInstall()) await aptInstall('chromium');
  const path = find();
  if (!path) throw new Error('The browser tests need Chromium: install it or set CHROMIUM_PATH to its program.');
  return path;
}
