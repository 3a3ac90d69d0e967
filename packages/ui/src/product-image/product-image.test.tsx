// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ProductImage } from './product-image.tsx';

afterEach(cleanup);

test('an image has its size before it is loaded', () => {
  render(<ProductImage src="/a.webp" alt="A teapot" accent={1} size="small" />);
  const image = screen.getByRole('img', { name: 'A teapot' });
  expect([image.getAttribute('width'), image.getAttribute('height'), image.getAttribute('loading')]).toEqual([
    '84',
    '84',
    'lazy',
  ]);
});

test('an opaque image has its colour and shape before it is loaded, a transparent one the accent alone', () => {
  const { container, rerender } = render(
    <ProductImage src="/media/uploads/3f9a-400x300-c8b7a6/480.webp" alt="" accent={1} />,
  );
  const tint = () => container.querySelector('.product-image__tint')?.outerHTML;
  expect(tint()).toMatch(/viewBox="0 0 400 300".*<rect width="400" height="300" fill="#c8b7a6"/);
  // The content security policy would block it in HTML from the server.
  expect(container.innerHTML).not.toContain('style');
  rerender(<ProductImage src="/media/demo/3f9a-400x300/480.webp" alt="" accent={1} />);
  expect(tint()).toBeUndefined();
});

test('a broken image is replaced, keeps its name, and the next one gets its own chance', () => {
  const { rerender } = render(<ProductImage src="/a.webp" alt="A teapot" accent={1} />);
  fireEvent.error(screen.getByRole('img'));
  expect(screen.getByRole('img', { name: 'A teapot' }).tagName).toBe('SPAN');
  rerender(<ProductImage src="/b.webp" alt="A teapot" accent={1} />);
  expect(screen.getByRole('img', { name: 'A teapot' }).getAttribute('src')).toBe('/b.webp');
});

test.each([
  [1, 'accent-1'],
  [8, 'accent-8'],
  [9, 'accent-1'],
  [0, 'accent-8'],
  [-7, 'accent-1'],
])('accent %i is shown as %s', (accent, name) => {
  const { container } = render(<ProductImage src={null} alt="" accent={accent} />);
  expect(container.firstElementChild?.classList.contains(name)).toBe(true);
});
