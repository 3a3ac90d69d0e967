import { expect, it } from 'vitest';
import { actionsOf } from './action-words.ts';
import { exportPath } from './log-filters.ts';

it('actionsOf lists the actions of an entity type', () => {
  expect(actionsOf('user:3')).toEqual([
    'user.update',
    'user.end_session',
    'user.end_sessions',
    'user.undo',
    'user.repair',
  ]);
  expect(actionsOf(undefined)).toContain('order.refund');
});

it('exportPath includes the filters', () => {
  expect(exportPath('csv', {})).toBe('/admin/activity.csv');
  expect(exportPath('jsonl', { actor: 'jo@lantern.shop', from: undefined })).toBe(
    '/admin/activity.jsonl?actor=jo%40lantern.shop',
  );
});
