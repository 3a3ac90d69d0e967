/* The script of the page that is shown instead of one that cannot be had: loads that one as soon as it can. */

const EVERY_MS = 5000;

const reload = () => location.reload();

window.addEventListener('online', reload);

setInterval(async () => {
  if (document.visibilityState !== 'visible' || !navigator.onLine) return;
  const answer = await fetch('/healthz', { cache: 'no-store' }).catch(() => null);
  if (answer?.ok) reload();
}, EVERY_MS);
