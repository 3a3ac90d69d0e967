// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { QuantityStepper } from './quantity-stepper.tsx';

afterEach(cleanup);

function open(props: Partial<Parameters<typeof QuantityStepper>[0]>) {
  const onChange = vi.fn();
  render(<QuantityStepper value={3} onChange={onChange} {...props} />);
  return {
    onChange,
    field: screen.getByRole<HTMLInputElement>('spinbutton'),
    less: screen.getByRole<HTMLButtonElement>('button', { name: 'One less' }),
    more: screen.getByRole<HTMLButtonElement>('button', { name: 'One more' }),
  };
}

test('the buttons change the quantity by one', async () => {
  const { onChange, less, more } = open({});
  await userEvent.click(more);
  await userEvent.click(less);
  expect(onChange.mock.calls).toEqual([[4], [2]]);
});

test('no button leads beyond the limits', () => {
  expect(open({ value: 1 }).less.disabled).toBe(true);
  cleanup();
  expect(open({ value: 5, max: 5 }).more.disabled).toBe(true);
});

test.each([
  ['12', 12],
  ['500', 99],
  ['0', 1],
  ['2.6', 3],
])('%s is typed and reported as %i', async (typed, quantity) => {
  const { onChange, field } = open({ value: 7 });
  await userEvent.clear(field);
  await userEvent.type(field, `${typed}{Enter}`);
  expect(onChange.mock.calls).toEqual([[quantity]]);
  expect(field.value).toBe(String(quantity));
});

test('nothing is reported while typing, and an emptied field shows the quantity again', async () => {
  const { onChange, field } = open({});
  await userEvent.clear(field);
  await userEvent.type(field, '12');
  expect(onChange).not.toHaveBeenCalled();
  await userEvent.clear(field);
  await userEvent.tab();
  expect(onChange).not.toHaveBeenCalled();
  expect(field.value).toBe('3');
});
