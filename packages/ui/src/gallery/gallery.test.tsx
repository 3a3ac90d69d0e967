// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { Gallery } from './gallery.tsx';

afterEach(cleanup);

const images = ['a', 'b', 'c'].map((name) => ({ src: `/${name}.webp`, alt: `Side ${name}`, accent: 3 }));

test('the first image is shown, and another one when it is chosen', async () => {
  render(<Gallery images={images} />);
  expect(screen.getByRole('img').getAttribute('alt')).toBe('Side a');
  await userEvent.click(screen.getByRole('button', { name: 'Image 2 of 3' }));
  expect(screen.getByRole('img').getAttribute('alt')).toBe('Side b');
  const pressed = screen.getAllByRole('button').map((button) => button.getAttribute('aria-pressed'));
  expect(pressed).toEqual(['false', 'true', 'false']);
});

test('one image needs no buttons', () => {
  render(<Gallery images={images.slice(0, 1)} />);
  expect(screen.queryByRole('button')).toBeNull();
});

test('when the product has fewer images, the last of them is shown', async () => {
  const { rerender } = render(<Gallery images={images} />);
  await userEvent.click(screen.getByRole('button', { name: 'Image 3 of 3' }));
  rerender(<Gallery images={images.slice(0, 2)} />);
  expect(screen.getByRole('img').getAttribute('alt')).toBe('Side b');
});
