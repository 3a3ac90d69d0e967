import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../live/follow-log.ts';
import { actionsOf } from './action-words.ts';
import { exportPath, matches } from './log-filters.ts';

const entry: LogEntry = {
  seq: 7,
  at: '2026-11-24T18:42:07.000Z',
  actor: { id: 1, email: 'mira@lantern.shop' },
  action: 'product.update',
  entity: { type: 'product', id: '12', label: 'Stoneware teapot' },
  changes: [],
  requestId: null,
  ip: null,
  undoable: false,
};

describe('matches', () => {
  it.each([
    [{}, true],
    [{ actor: 'Mira' }, true],
    [{ actor: 'jo@' }, false],
    [{ action: 'product' }, true],
    [{ action: 'product.update' }, true],
    [{ action: 'product.up' }, false],
    [{ action: 'prod' }, false],
    [{ entity: 'product' }, true],
    [{ entity: 'product:12' }, true],
    [{ entity: 'product:1' }, false],
    [{ from: '2026-11-24T18:42:07Z', to: '2026-11-24T18:42:07Z' }, true],
    [{ from: '2026-11-24T18:42:08Z' }, false],
    [{ to: '2026-11-24T19:00:00+02:00' }, false],
    [{ actor: 'mira', entity: 'order' }, false],
  ])('%j: %s', (filters, expected) => {
    expect(matches(entry, filters)).toBe(expected);
  });
});

it('actionsOf lists the actions of an entity type', () => {
  expect(actionsOf('user:3')).toEqual(['user.update', 'user.end_sessions', 'user.undo']);
  expect(actionsOf(undefined)).toContain('order.refund');
});

it('exportPath includes the filters', () => {
  expect(exportPath('csv', {})).toBe('/admin/activity.csv');
  expect(exportPath('jsonl', { actor: 'jo@lantern.shop', from: undefined })).toBe(
    '/admin/activity.jsonl?actor=jo%40lantern.shop',
  );
});
