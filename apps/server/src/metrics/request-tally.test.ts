import { expect, test } from 'vitest';
import type { RequestLabel } from '../request-label.ts';
import { RequestTally } from './request-tally.ts';

const cart: RequestLabel = { kind: 'api', route: 'cart.get' };
const stream: RequestLabel = { kind: 'stream', route: 'admin.activity.stream' };

test('requests are counted by status, and by how long they took', () => {
  const tally = new RequestTally();
  tally.note(cart, 200, 0.25);
  tally.note(cart, 200, 0.0004);
  tally.note(cart, 503, 20);
  tally.note(cart, 0, 0.5);
  tally.note(stream, 200, null);
  const lines = tally.text().split('\n');
  const counts = lines.filter((line) => line.startsWith('lantern_requests_total'));
  expect(counts).toEqual([
    'lantern_requests_total{kind="api",route="cart.get",status="200"} 2',
    'lantern_requests_total{kind="api",route="cart.get",status="503"} 1',
    'lantern_requests_total{kind="api",route="cart.get",status="aborted"} 1',
    'lantern_requests_total{kind="stream",route="admin.activity.stream",status="200"} 1',
  ]);
  const own = 'kind="api",route="cart.get"';
  const time = 'lantern_request_duration_seconds';
  const within = {
    0.0005: 1,
    0.0025: 1,
    0.01: 1,
    0.025: 1,
    0.05: 1,
    0.1: 1,
    0.25: 2,
    0.5: 3,
    1: 3,
    2.5: 3,
    5: 3,
    15: 3,
  };
  const buckets = Object.entries(within).map(([bound, count]) => `${time}_bucket{${own},le="${bound}"} ${count}`);
  const timed = lines.filter((line) => line.startsWith(time));
  expect(timed.sort()).toEqual(
    [...buckets, `${time}_bucket{${own},le="+Inf"} 4`, `${time}_sum{${own}} 20.7504`, `${time}_count{${own}} 4`].sort(),
  );
});
