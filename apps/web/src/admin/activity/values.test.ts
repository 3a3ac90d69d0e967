import { describe, expect, it } from 'vitest';
import { excerpts } from './values.ts';

describe('excerpts', () => {
  it('keeps short texts', () => {
    expect(excerpts({ before: 'Sound', after: 'Audio' })).toEqual({ before: 'Sound', after: 'Audio' });
    expect(excerpts({ before: null, after: 'active' })).toEqual({ before: null, after: 'active' });
  });

  it('cuts long texts around the first difference', () => {
    const start = 'A kettle that pours slowly, for those who have the time. ';
    expect(
      excerpts({ before: `${start}Black.`, after: `${start}White, and much lighter than it was before today.` }),
    ).toEqual({
      before: '…e the time. Black.',
      after: '…e the time. White, and much lighter than it was …',
    });
  });

  it('cuts a long new text at its end', () => {
    expect(excerpts({ before: null, after: 'x'.repeat(60) }).after).toBe(`${'x'.repeat(48)}…`);
  });
});
