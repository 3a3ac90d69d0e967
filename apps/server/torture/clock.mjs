/** Loaded before a server: SIGUSR2 sets its clock back by an hour, and the next one sets it right. */
const HOUR_MS = 3_600_000;
const RealDate = Date;
let offsetMs = 0;

process.on('SIGUSR2', () => {
  offsetMs = offsetMs === 0 ? -HOUR_MS : 0;
});

globalThis.Date = new Proxy(RealDate, {
  // `Date()` as a function returns the time as text.
  apply: () => new RealDate(RealDate.now() + offsetMs).toString(),
  construct: (target, given, as) =>
    Reflect.construct(target, given.length === 0 ? [RealDate.now() + offsetMs] : given, as),
  get: (target, name) => (name === 'now' ? () => RealDate.now() + offsetMs : Reflect.get(target, name)),
});
