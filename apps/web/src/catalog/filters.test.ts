import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toggled } from './chosen-options.ts';
import { countFilters, type Filters, filterParams, readFilters, setFilters, sorts } from './filters.ts';

const read = (query: string) => readFilters(new URLSearchParams(query));

describe('readFilters', () => {
  it('reads amounts in euros as integer cents', () => {
    expect(read('from=12.5&to=80')).toMatchObject({ minPriceCents: 1250, maxPriceCents: 8000 });
  });

  it('swaps a minimum above the maximum', () => {
    expect(read('from=80&to=12.5')).toMatchObject({ minPriceCents: 1250, maxPriceCents: 8000 });
  });

  it.each(['from=abc', 'from=-1', 'from=1e99', 'from=', 'sort=best', 'sort=', 'stock=yes', 'in='])(
    'ignores %s',
    (query) => {
      expect(Object.values(read(query)).filter((value) => value !== undefined)).toEqual([]);
    },
  );
});

it('reads options in an order of their own, and ignores what cannot be one', () => {
  expect(read('o.Size=M&o.Colour=Sand&o.Colour=Moss&o.Colour=Sand').options).toEqual({
    Colour: ['Moss', 'Sand'],
    Size: ['M'],
  });
  const many = Array.from({ length: 30 }, (_, n) => `o.Option+${n}=Yes&o.Many=${n}`).join('&');
  expect(Object.keys(read(many).options ?? {})).toHaveLength(8);
  expect(read(many).options?.Many).toHaveLength(20);
  expect(read(`Colour=Sand&o.=1&o.Size=&o.Size=%00&o.Size=${'x'.repeat(81)}`).options).toBeUndefined();
});

it('an option is chosen, changed and taken away', () => {
  const sand = toggled(undefined, 'Colour', 'Sand');
  expect(sand).toEqual({ Colour: ['Sand'] });
  expect(toggled(sand, 'Colour', 'Moss')).toEqual({ Colour: ['Moss', 'Sand'] });
  expect(toggled(sand, 'Colour', 'Sand')).toBeUndefined();
});

describe('setFilters', () => {
  const cents = fc.option(fc.integer({ min: 0, max: 100_000_000 }), { nil: undefined });
  const someFilters = fc.record({
    category: fc.option(fc.stringMatching(/^[a-z][a-z-]{0,20}$/), { nil: undefined }),
    minPriceCents: cents,
    maxPriceCents: cents,
    inStock: fc.constantFrom(true as const, undefined),
    options: fc.constantFrom<Filters['options'][]>(
      undefined,
      { Colour: ['Moss', 'Sand, light'] },
      { 'A & b': ['1 = 1'], Size: ['M'] },
    ),
    sort: fc.constantFrom(undefined, ...sorts.map(({ value }) => value)),
  });

  it('round-trips through readFilters', () => {
    fc.assert(
      fc.property(someFilters, (filters) => {
        const { minPriceCents: min = 0, maxPriceCents: max = Number.POSITIVE_INFINITY } = filters;
        fc.pre(min <= max);
        expect(readFilters(filterParams(filters))).toEqual(filters);
      }),
    );
  });

  it('keeps other parameters and removes filters that are off', () => {
    const params = new URLSearchParams('q=tea pot&stock=1&sort=name');
    setFilters(params, { sort: 'name' });
    expect(params.toString()).toBe('q=tea+pot&sort=name');
  });
});

it('countFilters ignores the sort order', () => {
  expect(countFilters(read('from=5&stock=1&sort=name&o.Size=M&o.Size=L'))).toBe(4);
});
