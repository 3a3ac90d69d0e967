// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { OptionPicker } from './option-picker.tsx';

afterEach(cleanup);

const values = [
  { value: 'sand', label: 'Sand', available: true },
  { value: 'moss', label: 'Moss', available: false },
];

test('an option is a named group of radio buttons, and shows which one is chosen', () => {
  render(<OptionPicker name="Colour" values={values} selected="sand" onSelect={vi.fn()} />);
  expect(screen.getByRole('group').textContent).toContain('Colour: Sand');
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Sand' }).checked).toBe(true);
});

test('a sold out value says so and can still be chosen', async () => {
  const onSelect = vi.fn();
  render(<OptionPicker name="Colour" values={values} selected={null} onSelect={onSelect} />);
  await userEvent.click(screen.getByRole('radio', { name: /^Moss\s*, sold out$/ }));
  expect(onSelect.mock.calls).toEqual([['moss']]);
});

test('two options on a page are two groups', () => {
  render(
    <>
      <OptionPicker name="Colour" values={values} selected="sand" onSelect={vi.fn()} />
      <OptionPicker name="Inside" values={values} selected="sand" onSelect={vi.fn()} />
    </>,
  );
  expect(new Set(screen.getAllByRole<HTMLInputElement>('radio').map(({ name }) => name)).size).toBe(2);
});
