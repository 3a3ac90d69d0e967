import { onSignal } from './signals.ts';

// Before the rest is loaded, which takes longest of a start. Until the store is open, there is nothing to shut down.
const signals = onSignal(() => process.exit(0));
const { startOrSayWhy } = await import('./start.ts');
await startOrSayWhy(signals);
