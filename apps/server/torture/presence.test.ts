import { expect, test } from 'vitest';
import type { Fault, FaultKind } from './plan.ts';
import { Presence } from './presence.ts';

const fault = (kind: FaultKind, server = 0): Fault => ({ kind, server, afterOrders: 1, forMs: 5000 });

test('faults hit different servers, and leave one of them alone', () => {
  const presence = new Presence(3);
  for (const [kind, target] of [
    ['freeze server', 1],
    ['kill server', 2],
  ] as const) {
    expect(presence.targetOf(fault(kind, 1))).toBe(target);
    presence.hit(target, kind);
  }
  expect(presence.targetOf(fault('kill server', 0))).toBeNull();
  // It answers all the same.
  expect(presence.targetOf(fault('set clock back', 1))).toBe(0);
  presence.healed(1);
  expect(presence.targetOf(fault('kill server', 2))).toBe(0);
});

test('one thing at a time goes wrong with the database, and with a server that is the only one', () => {
  const presence = new Presence(1);
  expect(presence.targetOf(fault('kill server'))).toBe(0);
  presence.hit(0, 'kill server');
  expect(presence.targetOf(fault('kill server'))).toBeNull();
  expect(presence.targetOf(fault('fill disk'))).toBe('database');
  presence.hit('database', 'fill disk');
  expect(presence.targetOf(fault('freeze database'))).toBeNull();
});

test('the store is there while the database and a server are, and each time that changes is counted', () => {
  const presence = new Presence(2);
  presence.hit(0, 'freeze server');
  presence.hit(1, 'set clock back');
  expect(presence).toMatchObject({ isThere: true, turns: 0 });
  presence.hit('database', 'kill database');
  expect(presence).toMatchObject({ isThere: false, turns: 1 });
  presence.healed(0);
  presence.healed('database');
  expect(presence).toMatchObject({ isThere: true, turns: 2 });
});
